import { assertEquals, assertStrictEquals } from "@std/assert";
import { createReaders } from "./readers.ts";

const readersOf = createReaders();
const inLondon = { locale: "en-GB", timeZone: "Europe/London" };

Deno.test("readPersonData says what Agillic holds as the reader reads it, with the raw text", () => {
  const { readPersonData } = readersOf(inLondon);
  const raw = "27.11.2017 14:35:45";
  assertEquals(readPersonData(raw), { value: "27 Nov 2017, 13:35", raw });
  assertEquals(readPersonData("TRUE"), { value: "Yes", raw: "TRUE" });
  assertEquals(readPersonData("03.04.1986"), { value: "3 Apr 1986", raw: "03.04.1986" });
  assertEquals(readPersonData("1249.50"), { value: "1,249.50", raw: "1249.50" });
  assertEquals(readPersonData(" Mette "), { value: "Mette", raw: "Mette" });
  assertEquals(readPersonData(undefined), { value: "-", raw: "" });
});

Deno.test("readersOf makes readers once for a locale and time zone", () => {
  assertStrictEquals(readersOf({ ...inLondon }), readersOf(inLondon));
  const { readPersonData } = readersOf({ ...inLondon, timeZone: "Europe/Copenhagen" });
  assertEquals(readPersonData("27.11.2017 14:35:45").value, "27 Nov 2017, 14:35");
});
