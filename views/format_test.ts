import { assert, assertEquals } from "@std/assert";
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
  assertEquals(newYork.clock(now).text.replace(/\s/g, " "), "4:12 AM");
});

Deno.test("a moment of another year says its year, by the agent's own calendar", () => {
  assertEquals(english.moment(new Date("2026-10-12T08:00:00Z"), now).text, "12 Oct, 10:00");
  assertEquals(english.moment(new Date("2025-10-12T08:00:00Z"), now).text, "12 Oct 2025, 10:00");
  const newYear = new Date("2025-12-31T23:30:00Z");
  assertEquals(english.moment(newYear, now).text, "1 Jan, 00:30");
});

Deno.test("a day of the calendar is the same in every zone", () => {
  const honolulu = createFormatter({ locale: "en-GB", timeZone: "Pacific/Honolulu" });
  const birthday = { year: 1986, month: 4, day: 3 };
  assertEquals(honolulu.date(birthday), "3 Apr 1986");
  assertEquals(german.date(birthday), "3. Apr. 1986");
  assertEquals(english.date({ ...birthday, year: 86 }), "3 Apr 86");
  assertEquals(honolulu.moment(birthday, now), {
    text: "3 Apr 1986",
    exact: "1986-04-03",
    iso: "1986-04-03",
  });
  assertEquals(honolulu.moment({ ...birthday, year: 2026 }, now).text, "3 Apr");
});

Deno.test("this year is that of the agent's zone, for a day alone as for a time", () => {
  const newYearsEve = new Date("2026-12-31T23:30:00Z");
  const day = { year: 2027, month: 1, day: 1 };
  assertEquals(english.moment(day, newYearsEve).text, "1 Jan");
  const london = createFormatter({ locale: "en-GB", timeZone: "Europe/London" });
  assertEquals(london.moment(day, newYearsEve).text, "1 Jan 2027");
});

Deno.test("hours have a leading zero where the locale writes one", () => {
  const nine = new Date("2026-11-12T09:05:00Z");
  const clocks: Record<string, string> = {
    "en": "9:05 AM",
    "en-US": "9:05 AM",
    "en-US-u-hc-h23": "09:05",
    "en-AU": "9:05 am",
    "en-GB": "09:05",
    "en-GB-u-hc-h12": "9:05 am",
    "da": "09.05",
    "da-u-hc-h12": "9.05 AM",
    "sv": "09:05",
    "sv-u-hc-h12": "9:05 fm",
    "nb": "09:05",
    "no": "09:05",
    "nb-u-hc-h12": "9:05 a.m.",
    "de": "09:05",
    "de-AT": "09:05",
    "de-AT-u-hc-h12": "9:05 AM",
    "de-u-hc-h23": "09:05",
  };
  for (const [locale, text] of Object.entries(clocks)) {
    const formatter = createFormatter({ locale, timeZone: "UTC" });
    const plain = (shown: string) => shown.replace(/\s/g, " ");
    assertEquals(plain(formatter.clock(nine).text), text, locale);
    for (const shown of [formatter.moment(nine, now).text, formatter.timestamp(nine)]) {
      assert(plain(shown).endsWith(` ${text}`), `${locale}: ${shown}`);
    }
  }
});

Deno.test("startOf() is when a day begins in the agent's zone", () => {
  const startOf = (timeZone: string, year: number, month: number, day: number) =>
    new Date(createFormatter({ locale: "da", timeZone }).startOf({ year, month, day }))
      .toISOString();
  assertEquals(startOf("UTC", 2026, 11, 1), "2026-11-01T00:00:00.000Z");
  assertEquals(startOf("Europe/Copenhagen", 2026, 11, 1), "2026-10-31T23:00:00.000Z");
  assertEquals(startOf("Europe/Copenhagen", 2026, 10, 25), "2026-10-24T22:00:00.000Z");
  assertEquals(startOf("Pacific/Kiritimati", 2026, 11, 1), "2026-10-31T10:00:00.000Z");
  assertEquals(startOf("Pacific/Pago_Pago", 2026, 11, 1), "2026-11-01T11:00:00.000Z");
  assertEquals(startOf("Asia/Kathmandu", 2026, 11, 1), "2026-10-31T18:15:00.000Z");
  // In Cairo the clock goes from midnight to one o'clock.
  assertEquals(startOf("Africa/Cairo", 2026, 4, 24), "2026-04-23T22:00:00.000Z");
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
    assertEquals(formatter.clock(now).text.replace(/\s/g, " "), "9:12 AM");
  }
});

Deno.test("exactUtc() is the same for everyone", () => {
  assertEquals(exactUtc(now), "2026-11-12 09:12:05 UTC");
});
