import { type Language, say } from "./words/copy.ts";
import { createDanishClock } from "./danish_clock.ts";
import type { Formatter } from "./format.ts";

/** A value of Person Data as the agent reads it, and as Agillic has it; empty is a hyphen. */
export type ShownPersonData = { value: string; raw: string };

/** Reads what Agillic holds as strings: booleans, dates, timestamps and decimals. */
export type PersonDataReader = (raw: string | null | undefined) => ShownPersonData;

/** Shows Person Data in the agent's language; keep it beside its formatter, for Intl is slow. */
export function createPersonDataReader(language: Language, formatter: Formatter): PersonDataReader {
  const danish = createDanishClock();
  const readers: ((raw: string) => string | null)[] = [
    (raw) => readBoolean(raw, language),
    (raw) => readDate(raw, formatter),
    (raw) => readTimestamp(raw, formatter, danish),
    (raw) => readDecimal(raw, formatter),
  ];
  return (given) => {
    const raw = given?.trim() ?? "";
    if (raw === "") return { value: "-", raw };
    if (!mayBeTyped.test(raw)) return { value: raw, raw };
    for (const read of readers) {
      const value = read(raw);
      if (value !== null) return { value, raw };
    }
    return { value: raw, raw };
  };
}

/** Yes or no, or something that begins like a number: all else is a text, and most values are. */
const mayBeTyped = /^(?:[-\d]|true$|false$)/i;

function readBoolean(raw: string, language: Language): string | null {
  const word = raw.toLowerCase();
  return word === "true" ? say(language, "yes") : word === "false" ? say(language, "no") : null;
}

function readDate(raw: string, formatter: Formatter): string | null {
  const numbers = raw.length === DAY_LENGTH ? dayOf(raw) : null;
  if (!numbers) return null;
  const [year, month, day] = numbers;
  return formatter.calendarDate(year, month, day);
}

const timestamp = /^(\S{10})[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Without a zone it is Danish time: Agillic's own. */
function readTimestamp(
  raw: string,
  formatter: Formatter,
  danish: ReturnType<typeof createDanishClock>,
): string | null {
  const [, date, hour, minute, second = "00", zone] = timestamp.exec(raw) ?? [];
  const numbers = date === undefined ? null : dayOf(date);
  if (!numbers || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const [year, month, day] = numbers;
  const wall = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second));
  return formatter.timestamp(zone === undefined ? danish(wall) : new Date(wall - offsetMs(zone)));
}

function offsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

const DAY_LENGTH = "1986-04-03".length;
const danishDay = /^(?<d>\d\d)\.(?<m>\d\d)\.(?<y>\d{4})$/;
const isoDay = /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/;

/** "03.04.1986" or "1986-04-03", when that day exists. */
function dayOf(text: string): [year: number, month: number, day: number] | null {
  const { y, m, d } = (danishDay.exec(text) ?? isoDay.exec(text))?.groups ?? {};
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? [year, month, day] : null;
}

/** Whole numbers stay as they are: they may be telephone numbers, postcodes or identifiers. */
function readDecimal(raw: string, formatter: Formatter): string | null {
  const [, digits] = /^-?(?:0|[1-9]\d{0,11})\.(\d{1,6})$/.exec(raw) ?? [];
  return digits === undefined ? null : formatter.decimal(Number(raw), digits.length);
}
