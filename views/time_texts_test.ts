import { assertEquals } from "@std/assert";
import { createTimeTexts } from "./time_texts.ts";
import { createZone } from "./zone.ts";

const LOCALES = ["en", "en-US", "en-GB", "en-AU", "en-CA", "en-IN", "en-ZA", "en-001"].concat(
  ["da", "da-GL", "de", "de-AT", "de-CH", "no", "nb", "sv", "sv-FI"],
  ["en-US-u-hc-h23", "en-GB-u-hc-h12", "da-u-hc-h12", "de-AT-u-hc-h12", "nb-u-hc-h12"],
  // No words are in these, but a formatter may be made for them; Vietnamese has the time first.
  ["ja", "hu", "ar-EG", "fa", "zh-Hant", "ko", "vi", "he"],
);
const ZONES = [
  ...["UTC", "Europe/Copenhagen", "America/New_York", "America/St_Johns", "Asia/Kathmandu"],
  ...["Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Africa/Casablanca"],
];
const FIRST = Date.UTC(1890, 0, 1);
const LAST = Date.UTC(2060, 0, 1);
const HOUR_MS = 3_600_000;

/** Instants all over the years, and around each time at which clocks are changed. */
function* listInstants(): Iterable<number> {
  // A step that meets every month, weekday, hour and minute in turn.
  for (let at = FIRST; at < LAST; at += 97 * HOUR_MS * 24 + 7_384_123) yield at;
  for (const day of [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25), Date.UTC(2026, 3, 5)]) {
    for (let at = day - 3 * HOUR_MS; at < day + 18 * HOUR_MS; at += HOUR_MS / 4 - 1) yield at;
  }
}

Deno.test("days and times of day, remembered apart, are together what Intl writes", () => {
  const day = { day: "numeric", month: "short" } as const;
  const zone = createZone("Europe/Copenhagen");
  for (const locale of LOCALES) {
    const texts = createTimeTexts(locale);
    const nine = texts.clock(9 * 60);
    const hour = /^\D*\d\D/.test(nine.replace(/\p{Nd}/gu, "1")) ? "numeric" : "2-digit";
    const time = { hour, minute: "2-digit", timeZone: "Europe/Copenhagen" } as const;
    const short = new Intl.DateTimeFormat(locale, { ...day, ...time });
    const long = new Intl.DateTimeFormat(locale, { year: "numeric", ...day, ...time });
    for (const at of listInstants()) {
      const local = zone.localTime(at);
      const texted = [texts.dayAndClock(local), texts.dayOfYearAndClock(local)];
      assertEquals(texted, [short.format(at), long.format(at)], `${locale} ${at}`);
    }
  }
});

Deno.test("a zone's day and minute are those of Intl, also in the hour in which clocks are changed", () => {
  for (const timeZone of ZONES) {
    const zone = createZone(timeZone);
    const dates = new Intl.DateTimeFormat("sv-SE", { timeZone });
    const times = new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" });
    for (const at of listInstants()) {
      const { dayMs, minute } = zone.localTime(at);
      const time = [Math.floor(minute / 60), minute % 60]
        .map((part) => String(part).padStart(2, "0")).join(":");
      const date = new Date(dayMs).toISOString().slice(0, 10);
      assertEquals([date, time], [dates.format(at), times.format(at)], `${timeZone} ${at}`);
    }
  }
});
