import denoJson from "../../deno.json" with { type: "json" };
import type { FindingState } from "./finding.ts";

/** One line of the report: what was checked, what was found, and what to do. */
export type ReportRow = {
  state: FindingState;
  title: string;
  words: string;
  mend?: string;
  /** What the log and the code call it. */
  code: string;
  /** What Agillic answered with. */
  status?: number;
};

/** A report's rows, what stands above them, and what must not be in it. */
export type ReportOptions = {
  head: readonly string[];
  rows: readonly ReportRow[];
  /** The token, the test recipient: taken out wherever an administrator typed them by mistake. */
  secrets: readonly string[];
};

const MARKS: Record<FindingState, string> = { green: "✓", red: "✗", unknown: "?" };
const TAKEN_OUT = "…";
const ADDRESS = /[^\s“”„«»"(),;:<>]+@[^\s“”„«»"(),;:<>]+/gu;

/** The configuration check as plain text to be copied: without personal data and secrets. */
export function writeReport({ head, rows, secrets }: ReportOptions): string {
  const text = [...head, "", ...rows.map(rowText)].join("\n");
  return takeOut(text, secrets);
}

function rowText({ state, title, words, mend, code, status }: ReportRow): string {
  const name = [code, status].filter((part) => part !== undefined).join(" ");
  return `${MARKS[state]} ${title}: ${words} [${name}]${mend ? `\n  → ${mend}` : ""}`;
}

function takeOut(text: string, secrets: readonly string[]): string {
  return secrets.filter(Boolean).reduce((rest, secret) => rest.replaceAll(secret, TAKEN_OUT), text)
    .replaceAll(ADDRESS, TAKEN_OUT);
}

/** What runs here: this app's version and the runtime's. */
export function describeVersions(): string {
  return `Agillic sidebar ${denoJson.version}, ${navigator.userAgent}`;
}
