/** Times as Agillic writes them, for properties that hold for every one of them. */
import fc from "fast-check";
import "./fast_check_fixture.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Time zones of agents, with every kind of offset and change. */
export const ZONES: readonly string[] = [
  ...["Europe/Copenhagen", "Europe/London", "Europe/Lisbon", "Europe/Helsinki", "Europe/Moscow"],
  ...["Atlantic/Azores", "Atlantic/Reykjavik", "America/St_Johns", "America/Halifax", "UTC"],
  ...["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
  ...["America/Anchorage", "America/Sao_Paulo", "America/Santiago", "America/Caracas"],
  ...["Pacific/Honolulu", "Pacific/Marquesas", "Pacific/Pago_Pago", "Pacific/Auckland"],
  ...["Pacific/Chatham", "Pacific/Kiritimati", "Australia/Adelaide", "Australia/Lord_Howe"],
  ...["Australia/Sydney", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tehran", "Asia/Kabul"],
  ...["Asia/Yangon", "Asia/Tokyo", "Asia/Shanghai", "Africa/Cairo", "Africa/Johannesburg"],
];

/** A time as Agillic writes it, and what that is: an instant, or a day as ISO 8601 has it. */
export type Written = { text: string; meant: number | string };

/** What a Danish clock shows, as ISO 8601 writes it, and when that is. */
type Clock = { clock: string; at: number };

const DANISH = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "medium",
});

function danishClockAt(at: number): Clock {
  const clock = DANISH.format(at);
  // Of an hour that there is twice, the first is meant.
  return { clock, at: DANISH.format(at - HOUR_MS) === clock ? at - HOUR_MS : at };
}

/** The clock in the hour that spring skips, where it counts on. */
function skippedClock(at: number): Clock {
  return { clock: new Date(at + HOUR_MS).toISOString().slice(0, 19).replace("T", " "), at };
}

function inIso(at: number, offsetMinutes: number): string {
  const clock = new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
  if (offsetMinutes === 0) return `${clock}Z`;
  const minutes = Math.abs(offsetMinutes);
  const offset = new Date(minutes * MINUTE_MS).toISOString().slice(11, 16);
  return `${clock}${offsetMinutes < 0 ? "-" : "+"}${offset}`;
}

function inInstanceFormat(iso: string): string {
  return iso.replace(/^(\d+)-(\d+)-(\d+)/, "$3.$2.$1");
}

/** Instants between two, but none on the minute: Person Data takes midnight for a day. */
function instants(from: number, to: number): fc.Arbitrary<number> {
  return fc.tuple(fc.integer({ min: from, max: to - MINUTE_MS }), fc.integer({ min: 1, max: 59 }))
    .map(([at, second]) => Math.floor(at / MINUTE_MS) * MINUTE_MS + second * 1000);
}

/** Three months before `now`, in which the Danish clock skips an hour or has one twice, and a month begins. */
export type Season = {
  name: string;
  now: number;
  changeAt: number;
  skips: boolean;
  monthAt: number;
};

/** Spring and autumn of a year. */
export const SEASONS: readonly Season[] = [
  {
    name: "spring",
    now: Date.UTC(2026, 4, 20, 9),
    changeAt: Date.UTC(2026, 2, 29, 1),
    skips: true,
    monthAt: Date.UTC(2026, 3, 1),
  },
  {
    name: "autumn",
    now: Date.UTC(2026, 10, 20, 9),
    changeAt: Date.UTC(2026, 9, 25, 1),
    skips: false,
    monthAt: Date.UTC(2026, 10, 1),
  },
];

/** Times in every form, many of them around the change of the clock and the month's first midnight. */
export function writtenTimes(
  { now, changeAt, skips, monthAt }: Season,
): fc.Arbitrary<Written> {
  const any = fc.oneof(
    instants(now - 85 * DAY_MS, now),
    instants(changeAt - 2 * HOUR_MS, changeAt + 2 * HOUR_MS),
    instants(monthAt - 14 * HOUR_MS, monthAt + 14 * HOUR_MS),
  );
  const skipped = instants(changeAt, changeAt + HOUR_MS).map(skippedClock);
  const clocks = fc.oneof(any.map(danishClockAt), ...(skips ? [skipped] : []));
  const days = clocks.map(({ clock }) => clock.slice(0, 10));
  const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
  return fc.oneof(
    clocks.map(({ clock, at }) => ({ text: inInstanceFormat(clock), meant: at })),
    clocks.map(({ clock, at }) => ({ text: clock.replace(" ", "T"), meant: at })),
    any.map((at) => ({ text: inIso(at, 0), meant: at })),
    fc.tuple(any, offsets).map(([at, offset]) => ({ text: inIso(at, offset), meant: at })),
    days.map((day) => ({ text: day, meant: day })),
    days.map((day) => ({ text: inInstanceFormat(day), meant: day })),
  );
}
