import { assertEquals } from "@std/assert";
import { formatInstanceTimestamp } from "./timestamps.ts";

Deno.test("timestamps are Danish local time, on both sides of both changes of the clock", () => {
  const format = new Intl.DateTimeFormat("da-DK", {
    timeZone: "Europe/Copenhagen",
    dateStyle: "short",
    timeStyle: "medium",
  });
  const hourMs = 3_600_000;
  for (let year = 2024; year < 2032; year++) {
    for (const month of [2, 9]) {
      for (let at = Date.UTC(year, month, 24); at < Date.UTC(year, month + 1, 1); at += hourMs) {
        const [day, time] = format.format(at).replace(",", "").replaceAll(".", ":").split(" ");
        const written = formatInstanceTimestamp(at).replaceAll(".", ":").split(" ");
        assertEquals(written, [day, time]);
      }
    }
  }
});
