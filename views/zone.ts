import { type CalendarDay, DAY_MS, dayMsOf, MINUTE_MS } from "./calendar_day.ts";
import { remembered } from "./remembered.ts";

/** An instant by the clocks of a zone: its day, by when that begins in UTC in epoch ms, and the minute of the day. */
export type LocalTime = { dayMs: number; minute: number };

/** What time it is in a zone. */
export type Zone = {
  localTime(epochMs: number): LocalTime;
  /** When the day begins, in epoch ms, to the minute. */
  startOf(day: CalendarDay): number;
};

const QUARTER_MS = 15 * MINUTE_MS;
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Reckons with a zone that Intl knows, and asks Intl about each day once: a page has hundreds of times. */
export function createZone(timeZone: string): Zone {
  const offsets = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });

  function askOffset(epochMs: number): number {
    const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(offsets.format(epochMs)) ??
      [];
    const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === "-" ? -ms : ms;
  }

  const offsetOfQuarter = remembered((quarter: number) => askOffset(quarter * QUARTER_MS));
  /** Null for a day of UTC in which the clocks are changed; they are at quarters of an hour. */
  const offsetOfDay = remembered((day: number) => {
    const offset = askOffset(day * DAY_MS);
    return { offset: offset === askOffset((day + 1) * DAY_MS) ? offset : null };
  });

  function offsetAt(epochMs: number): number {
    const { offset } = offsetOfDay(Math.floor(epochMs / DAY_MS));
    return offset ?? offsetOfQuarter(Math.floor(epochMs / QUARTER_MS));
  }

  function localTime(epochMs: number): LocalTime {
    const localMs = epochMs + offsetAt(epochMs);
    const dayMs = Math.floor(localMs / DAY_MS) * DAY_MS;
    return { dayMs, minute: Math.floor((localMs - dayMs) / MINUTE_MS) };
  }

  // By halving, since a zone may put its clocks forward at midnight; none is a whole day from UTC.
  const startOf = remembered((dayMs: number) => {
    let before = dayMs - DAY_MS;
    let after = dayMs + DAY_MS;
    while (after - before > MINUTE_MS) {
      const between = (before + after) / 2;
      if (localTime(between).dayMs < dayMs) before = between;
      else after = between;
    }
    return Math.floor(after / MINUTE_MS) * MINUTE_MS;
  });

  return { localTime, startOf: (day) => startOf(dayMsOf(day)) };
}
