import denoJson from "../../deno.json" with { type: "json" };
import type { FindingState } from "./finding.ts";

/** One line of the report: what was checked, what was found, and what to do. */
export type ReportRow = {
  state: FindingState;
  title: string;
  words: string;
  next?: string;
  /** What the log and the code call it. */
  code: string;
  /** What Agillic answered with. */
  status?: number;
};

const MARKS: Record<FindingState, string> = { green: "✓", red: "✗", unknown: "?" };
const HIDDEN = "…";
// What is shorter is no secret, and words have it in them.
const SECRET_LENGTH = 4;
const ADDRESS = /[^\s“”„«»"(),;:<>]+@[^\s“”„«»"(),;:<>]+/gu;

const ORDER: readonly FindingState[] = ["red", "unknown", "green"];

/** What to correct first, then what is not known, then what is good. */
export function worstFirst(rows: readonly ReportRow[]): ReportRow[] {
  return ORDER.flatMap((wanted) => rows.filter(({ state }) => state === wanted));
}

/** The configuration check as plain text to be copied; `head` stands above the rows. */
export function writeReport(head: readonly string[], rows: readonly ReportRow[]): string {
  return [...head, "", ...rows.map(rowText)].join("\n");
}

function rowText({ state, title, words, next, code, status }: ReportRow): string {
  const name = [code, status].filter((part) => part !== undefined).join(" ");
  return `${MARKS[state]} ${title}: ${words} [${name}]${next ? `\n  → ${next}` : ""}`;
}

/** Takes secrets, and whatever looks like an address, out of the rows: administrators paste into the wrong field. */
export function hideSecrets(
  rows: readonly ReportRow[],
  secrets: readonly string[],
): ReportRow[] {
  const hide = (text: string) =>
    secrets.filter(({ length }) => length >= SECRET_LENGTH).reduce(
      (rest, secret) => rest.replaceAll(secret, HIDDEN),
      text,
    )
      .replaceAll(ADDRESS, HIDDEN);
  return rows.map((row) => ({
    ...row,
    title: hide(row.title),
    words: hide(row.words),
    ...(row.next !== undefined && { next: hide(row.next) }),
  }));
}

/** What runs here: this app's version and the runtime's. */
export function describeVersions(): string {
  return `Agillic sidebar ${denoJson.version}, ${navigator.userAgent}`;
}
