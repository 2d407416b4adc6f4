import { isRecord, textOf } from "./answers.ts";
import { parseTimestamp } from "./timestamps.ts";

/** What a recipient did with a communication; "" where nothing is known or can be. */
export type CommunicationActivity = "not_opened" | "opened" | "clicked" | "hard_bounced" | "";

/** A message to (or, `INBOUND_SMS`, from) a recipient. Times are epoch ms, null when unknown. */
export type Communication = {
  readonly name: string;
  /** As Agillic names it, upper case: `EMAIL`, `SMS`, …; others than the known ones occur. */
  readonly channel: string;
  readonly sentAt: number | null;
  readonly openedAt: number | null;
  readonly clickedAt: number | null;
  /** Null for a hard bounce too, when Agillic says only that it bounced. */
  readonly bouncedAt: number | null;
  readonly activity: CommunicationActivity;
  /** The stored copy; https only. */
  readonly storedUrl: string | null;
};

/** One row of a history, as far as it can be read; null for a row that says nothing. */
export function parseCommunication(row: unknown): Communication | null {
  if (!isRecord(row)) return null;
  const name = textOf(row.communicationId).trim();
  const channel = textOf(row.communicationType).trim().toUpperCase();
  const sentAt = parseTimestamp(textOf(row.executionTimestamp));
  if (name === "" && channel === "" && sentAt === null) return null;

  const fields = isRecord(row.additionalFields) ? row.additionalFields : null;
  const opened = textOf(fields?.openedTimestamp).trim();
  const clicked = textOf(fields?.clickedTimeStamp).trim() ||
    textOf(fields?.clickedTimestamp).trim();
  const bounced = textOf(fields?.bounced).trim();
  return {
    name,
    channel,
    sentAt,
    openedAt: parseTimestamp(opened),
    clickedAt: parseTimestamp(clicked),
    bouncedAt: parseTimestamp(bounced),
    activity: activityOf(channel, fields !== null, { opened, clicked, bounced }),
    storedUrl: httpsUrl(fields?.storedEmailURL),
  };
}

/** The channels that have "Not Opened"; the others show an activity only when the data has one. */
const CHANNELS_WITH_ACTIVITY: ReadonlySet<string> = new Set(["EMAIL", "TRANSACTIONAL_EMAIL"]);

/** Spellings of "did not happen" in fields that hold a flag or a time. */
const NO: ReadonlySet<string> = new Set(["", "false", "no", "null", "0"]);

/** The strongest that is known. A mail without any data may have been opened, and has none. */
function activityOf(
  channel: string,
  hasData: boolean,
  { opened, clicked, bounced }: { opened: string; clicked: string; bounced: string },
): CommunicationActivity {
  if (isYes(bounced)) return "hard_bounced";
  if (isYes(clicked)) return "clicked";
  if (isYes(opened)) return "opened";
  return hasData && CHANNELS_WITH_ACTIVITY.has(channel) ? "not_opened" : "";
}

function isYes(text: string): boolean {
  return !NO.has(text.toLowerCase());
}

/** Nothing but https may become a link: above all not `javascript:`. */
function httpsUrl(value: unknown): string | null {
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url?.protocol === "https:" ? url.href : null;
}
