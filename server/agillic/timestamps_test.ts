import { assertEquals } from "@std/assert";
import { type Day, epochMsOf, parseDate, parseTimestamp } from "./timestamps.ts";

const read: Record<string, string> = {
  // The instance's format is Danish local time.
  "27.11.2017 14:35:45": "2017-11-27T13:35:45.000Z",
  "27.06.2017 14:35:45": "2017-06-27T12:35:45.000Z",
  "27.11.2017 14:35": "2017-11-27T13:35:00.000Z",
  // ISO with a zone is that instant, without one Danish again.
  "2017-11-27T14:35:45Z": "2017-11-27T14:35:45.000Z",
  "2017-11-27T14:35:45.123Z": "2017-11-27T14:35:45.123Z",
  "2017-11-27T14:35:45.1234567Z": "2017-11-27T14:35:45.123Z",
  "2017-11-27T14:35:45.5+02:00": "2017-11-27T12:35:45.500Z",
  "2017-11-27T14:35:45-0530": "2017-11-27T20:05:45.000Z",
  "2017-11-27T14:35:45+01": "2017-11-27T13:35:45.000Z",
  "2017-11-27T14:35:45+13:45": "2017-11-27T00:50:45.000Z",
  "2017-11-27T14:35:45+01:00[Europe/Copenhagen]": "2017-11-27T13:35:45.000Z",
  "2017-11-27T14:35:45": "2017-11-27T13:35:45.000Z",
  "2017-11-27 14:35:45.25": "2017-11-27T13:35:45.250Z",
  "2017-06-27T14:35": "2017-06-27T12:35:00.000Z",
  "2017-11-27T14:35Z": "2017-11-27T14:35:00.000Z",
  // The clock goes forward on 29 March 2026 and back on 25 October, both at 01:00 UTC.
  "29.03.2026 01:59:59": "2026-03-29T00:59:59.000Z",
  "29.03.2026 02:30:00": "2026-03-29T01:30:00.000Z",
  "29.03.2026 03:00:00": "2026-03-29T01:00:00.000Z",
  "25.10.2026 01:59:59": "2026-10-24T23:59:59.000Z",
  "25.10.2026 02:30:00": "2026-10-25T00:30:00.000Z",
  "25.10.2026 03:00:00": "2026-10-25T02:00:00.000Z",
  "24.10.2026 23:59:59": "2026-10-24T21:59:59.000Z",
  "26.10.2026 00:00:00": "2026-10-25T23:00:00.000Z",
  // Epoch numbers.
  "1511793345": "2017-11-27T14:35:45.000Z",
  "1511793345123": "2017-11-27T14:35:45.123Z",
};

for (const [text, iso] of Object.entries(read)) {
  Deno.test(`parseTimestamp reads ${text}`, () => {
    assertEquals(parseTimestamp(text), Date.parse(iso));
  });
}

const days: Record<string, Day> = {
  "27.11.2017": { year: 2017, month: 11, day: 27 },
  " 2017-11-27 ": { year: 2017, month: 11, day: 27 },
  "29.02.2024": { year: 2024, month: 2, day: 29 },
  "01.01.1000": { year: 1000, month: 1, day: 1 },
};

Deno.test("parseTimestamp reads a day alone as that day", () => {
  for (const [text, day] of Object.entries(days)) assertEquals(parseTimestamp(text), day, text);
});

Deno.test("parseDate reads a day, and the midnight that stands for one", () => {
  const day = { year: 1986, month: 4, day: 3 };
  const times = ["", " 00:00", " 00:00:00", "T00:00:00.000", "T00:00:00Z", "T00:00:00,0+02:00"];
  for (const time of [...times, "T00:00+02:00[Europe/Copenhagen]"]) {
    assertEquals(parseDate(`1986-04-03${time}`), day, time);
    assertEquals(parseDate(`03.04.1986${time}`), day, time);
  }
  for (const time of [" 00:00:01", " 00:01", "T00:00:00.001", "T12:00Z", " 00:00 CET", "Z"]) {
    assertEquals(parseDate(`1986-04-03${time}`), null, time);
  }
  assertEquals(parseDate("31.02.1986 00:00:00"), null);
});

Deno.test("epochMsOf orders a day alone by its Danish midnight", () => {
  assertEquals(epochMsOf({ year: 2017, month: 11, day: 27 }), Date.UTC(2017, 10, 26, 23));
  assertEquals(epochMsOf({ year: 2017, month: 6, day: 27 }), Date.UTC(2017, 5, 26, 22));
  assertEquals(epochMsOf(1), 1);
});

const unknown = [
  "",
  "yesterday",
  "true",
  "0",
  "1",
  "-1511793345",
  "20171127143545",
  "27/11/2017",
  "27.11.17",
  "31.02.2017",
  "29.02.2023",
  "00.01.2017",
  "01.13.2017",
  "27.11.0000",
  "27.11.0099",
  "0017-11-27T14:35:45Z",
  "27.11.2017 24:00:00",
  "27.11.2017 14:60:00",
  "27.11.2017 14:35:61",
  "27.11.2017 1x:35:45",
  "27.11.2017 14.35.45",
  "27.11.2017 14:35:45 CET",
  "27.11.2017x",
  "2017-11-27T14:35:45+1",
  "2017-11-27T14:35:45+19:00",
  "2017-11-27T14:35:45+01:60",
  "2017-11-27Z",
];

Deno.test("parseTimestamp says null for what is no time", () => {
  for (const text of unknown) assertEquals(parseTimestamp(text), null, text);
});

Deno.test("parseTimestamp agrees with Intl at every quarter of an hour around the changes", () => {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Copenhagen",
    dateStyle: "short",
    timeStyle: "medium",
  });
  const startMs = Date.UTC(2026, 2, 27);
  for (const firstMs of [startMs, Date.UTC(2026, 9, 23), Date.UTC(1999, 9, 29)]) {
    for (let epochMs = firstMs; epochMs < firstMs + 5 * 86_400_000; epochMs += 900_000) {
      const shown = format.format(epochMs);
      const parsed = parseTimestamp(shown);
      // The hour that autumn has twice is read as the first of the two.
      const isSecond = format.format(epochMs - 3_600_000) === shown;
      assertEquals(parsed, isSecond ? epochMs - 3_600_000 : epochMs, shown);
    }
  }
});
