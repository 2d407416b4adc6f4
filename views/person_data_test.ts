import { assertEquals } from "@std/assert";
import { createFormatter } from "./format.ts";
import { createPersonDataReader } from "./person_data.ts";

const zone = { timeZone: "Europe/Copenhagen" };
const read = createPersonDataReader("en", createFormatter({ locale: "en-GB", ...zone }));
const readDanish = createPersonDataReader("da", createFormatter({ locale: "da", ...zone }));

Deno.test("what is empty is a single hyphen", () => {
  for (const raw of ["", "  ", null, undefined]) assertEquals(read(raw), { value: "-", raw: "" });
});

Deno.test("booleans are said in the agent's language, however they are written", () => {
  for (const raw of ["TRUE", "true", "True"]) assertEquals(read(raw), { value: "Yes", raw });
  assertEquals(readDanish("FALSE").value, "Nej");
});

Deno.test("dates are said in the agent's language, in both of Agillic's forms", () => {
  assertEquals(read("03.04.1986"), { value: "3 Apr 1986", raw: "03.04.1986" });
  assertEquals(read("1986-04-03").value, "3 Apr 1986");
  assertEquals(readDanish("03.04.1986").value, "3. apr. 1986");
});

Deno.test("a timestamp without a zone is Danish time, and is read in the agent's", () => {
  assertEquals(read("27.11.2017 14:35:45").value, "27 Nov 2017, 14:35");
  const inLondon = createPersonDataReader(
    "en",
    createFormatter({ locale: "en-GB", timeZone: "Europe/London" }),
  );
  assertEquals(inLondon("27.11.2017 14:35:45").value, "27 Nov 2017, 13:35");
  assertEquals(inLondon("2017-06-01T14:35:45").value, "1 Jun 2017, 13:35");
  assertEquals(inLondon("2017-11-27T14:35:45Z").value, "27 Nov 2017, 14:35");
  assertEquals(inLondon("2017-11-27T14:35:45.123+02:00").value, "27 Nov 2017, 12:35");
});

Deno.test("Danish time is right on both sides of a change of the clocks", () => {
  const inUtc = createPersonDataReader("en", createFormatter({ locale: "en-GB", timeZone: "UTC" }));
  assertEquals(inUtc("29.03.2026 01:59:00").value, "29 Mar 2026, 00:59");
  assertEquals(inUtc("29.03.2026 03:00:00").value, "29 Mar 2026, 01:00");
  assertEquals(inUtc("25.10.2026 01:59:00").value, "24 Oct 2026, 23:59");
  assertEquals(inUtc("25.10.2026 03:00:00").value, "25 Oct 2026, 02:00");
});

Deno.test("decimals are written as the agent writes them, with all their decimals", () => {
  assertEquals(readDanish("1249.50"), { value: "1.249,50", raw: "1249.50" });
  assertEquals(read("-0.5").value, "-0.5");
});

Deno.test("what only looks like a number, a date or a time stays as it is", () => {
  const asTheyAre = [
    "4520304050",
    "2100",
    "00.50",
    "1.2.3",
    "12,50",
    "31.02.2020",
    "2020-13-01",
    "03.04.86",
    "27.11.2017 25:00:00",
    "yes",
    "1e5",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
  ];
  for (const raw of asTheyAre) assertEquals(read(raw), { value: raw, raw });
});
