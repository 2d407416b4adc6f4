import { assertEquals } from "@std/assert";
import { createFormatter, exactUtc } from "./format.ts";

const now = new Date("2026-11-12T09:12:05.678Z");
const copenhagen = { timeZone: "Europe/Copenhagen" };
const english = createFormatter({ locale: "en-GB", ...copenhagen });
const german = createFormatter({ locale: "de", ...copenhagen });

Deno.test("a time is read in the agent's zone, with the exact one in UTC beside it", () => {
  assertEquals(english.clock(now), {
    text: "10:12",
    exact: "2026-11-12 09:12:05 UTC",
    iso: "2026-11-12T09:12:05Z",
  });
  const newYork = createFormatter({ locale: "en-US", timeZone: "America/New_York" });
  assertEquals(newYork.clock(now).text.replace(/\s/g, " "), "04:12 AM");
});

Deno.test("a moment of another year says its year, by the agent's own calendar", () => {
  assertEquals(english.moment(new Date("2026-10-12T08:00:00Z"), now).text, "12 Oct, 10:00");
  assertEquals(english.moment(new Date("2025-10-12T08:00:00Z"), now).text, "12 Oct 2025, 10:00");
  const newYear = new Date("2025-12-31T23:30:00Z");
  assertEquals(english.moment(newYear, now).text, "1 Jan, 00:30");
});

Deno.test("a day of the calendar is the same in every zone", () => {
  const honolulu = createFormatter({ locale: "en-GB", timeZone: "Pacific/Honolulu" });
  assertEquals(honolulu.calendarDate(1986, 4, 3), "3 Apr 1986");
  assertEquals(german.calendarDate(1986, 4, 3), "3. Apr. 1986");
});

Deno.test("ago() says how long it is, and never that it is to come", () => {
  const ago = (seconds: number) => english.ago(new Date(now.getTime() - seconds * 1000), now);
  assertEquals(ago(4 * 60), "4 min ago");
  assertEquals(ago(3 * 3600), "3 hr ago");
  assertEquals(ago(47 * 3600), "1 day ago");
  assertEquals(ago(0.9), "now");
  assertEquals(ago(-5), "now");
  const american = createFormatter({ locale: "en-US", ...copenhagen });
  assertEquals(american.ago(new Date(now.getTime() - 240_000), now), "4 min ago");
  assertEquals(german.ago(new Date(now.getTime() - 240_000), now), "vor 4 Min.");
});

Deno.test("wait() rounds up, for a second too early is too early", () => {
  assertEquals(english.wait(44.2), "in 45 sec");
  assertEquals(english.wait(91), "in 2 min");
  assertEquals(english.wait(0), "now");
});

Deno.test("numbers are grouped and marked as the agent writes them", () => {
  assertEquals(english.count(10_000), { number: 10_000, text: "10,000" });
  assertEquals(german.count(10_000).text, "10.000");
  assertEquals(german.decimal(1249.5, 2), "1.249,50");
});

Deno.test("an unknown locale or zone becomes English or UTC", () => {
  for (const locale of ["", "klingon-§", "xx"]) {
    const formatter = createFormatter({ locale, timeZone: "Mars/Olympus" });
    assertEquals(formatter.clock(now).text.replace(/\s/g, " "), "09:12 AM");
  }
});

Deno.test("exactUtc() is the same for everyone", () => {
  assertEquals(exactUtc(now), "2026-11-12 09:12:05 UTC");
});
