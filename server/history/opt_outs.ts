import { parsePersonDataValue } from "../agillic/person_data.ts";
import { type Fields, readFlag } from "./flags.ts";

/** An unsubscribe or a complaint: about all mail, or about that from the sending domains listed. */
export type OptOut = { readonly since: IsoDate | null; readonly domains: readonly DomainOptOut[] };

/** The same about one sending domain; `domain` is "" for all those that are not named. */
export type DomainOptOut = { readonly domain: string; readonly since: IsoDate | null };

/** A day or an instant in ISO 8601: `2025-03-03`, `2025-03-03T13:35:45.000Z`. */
export type IsoDate = string;

/** The fields that hold an opt-out and its date. */
type OptOutFields = { readonly flag: string; readonly dates: readonly string[] };

/** The customer marked a mail as spam. */
export const COMPLAINT: OptOutFields = { flag: "COMPLAINT", dates: ["COMPLAINT_DATE"] };
/** The customer unsubscribed; both spellings of the date occur. */
export const UNSUBSCRIBED: OptOutFields = {
  flag: "UNSUBSCRIBED",
  dates: ["UNSUBSCRIBED_DATE", "UNSUBSCRIBE_DATE"],
};

/** How many sending domains are named. */
export const MAX_DOMAINS = 5;

const MAX_DOMAIN_LENGTH = 100;
const DOMAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;
// What is before the second day of 1970 stands for no date.
const EARLIEST: IsoDate = "1970-01-02";
// A day that has begun in Denmark begins up to two hours later in UTC.
const DAYS_DIFFER_MS = 2 * 3_600_000;

/** What Person Data says of all mail; null where it holds no yes. `now`: epoch ms. */
export function findOptOut(personData: Fields, names: OptOutFields, now: number): OptOut | null {
  return readFlag(personData, names.flag) === true
    ? { since: readSince(personData, names, now), domains: [] }
    : null;
}

/** What the rows of `EMAIL_STATUS`, one a sending domain, say; null where none holds a yes. */
export function findDomainOptOut(
  rows: readonly Fields[],
  names: OptOutFields,
  now: number,
): OptOut | null {
  const sinceOf = new Map(
    rows.filter((row) => readFlag(row, names.flag) === true)
      .map((row) => [parseDomain(row.get("DOMAIN") ?? ""), readSince(row, names, now)]),
  );
  if (sinceOf.size === 0) return null;
  const hasUnnamed = sinceOf.delete("") || sinceOf.size > MAX_DOMAINS;
  const named = [...sinceOf].slice(0, MAX_DOMAINS).map(([domain, since]) => ({ domain, since }));
  return { since: null, domains: hasUnnamed ? [...named, { domain: "", since: null }] : named };
}

/** A domain in lower case; "" for anything else: the column may hold an address. */
export function parseDomain(text: string): string {
  const domain = text.trim().toLowerCase();
  return domain.length <= MAX_DOMAIN_LENGTH && DOMAIN.test(domain) ? domain : "";
}

/** A date of this form; null for any other text. */
export function parseIsoDate(text: string): IsoDate | null {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return null;
  // A day that does not exist, such as 31 February, is read as another one.
  const instant = at.toISOString();
  return text === instant || text === dayOf(instant) ? text : null;
}

/** The date that a value of Person Data holds. */
function toIsoDate(text: string | undefined): IsoDate | null {
  const value = parsePersonDataValue(text);
  if (value.kind === "instant") return new Date(value.epochMs).toISOString();
  if (value.kind !== "day") return null;
  return dayOf(new Date(Date.UTC(value.year, value.month - 1, value.day)).toISOString());
}

function dayOf(instant: IsoDate): IsoDate {
  return instant.slice(0, "2025-03-03".length);
}

function readSince(fields: Fields, { flag, dates }: OptOutFields, now: number): IsoDate | null {
  // The flag itself may hold the time.
  return [...dates, flag].map((name) => toIsoDate(fields.get(name)))
    .find((date) => date !== null && isBelievable(date, now)) ?? null;
}

/** An opt-out cannot lie in the future. */
function isBelievable(date: IsoDate, now: number): boolean {
  return date >= EARLIEST && Date.parse(date) <= now + DAYS_DIFFER_MS;
}
