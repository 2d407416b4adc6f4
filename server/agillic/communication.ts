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
  const known = parseKnown(row);
  const communication = saysNothing(known) ? parseDescribed(row) : known;
  return saysNothing(communication) ? null : communication;
}

function saysNothing({ name, channel, sentAt }: Communication): boolean {
  return name === "" && channel === "" && sentAt === null;
}

function parseKnown(row: Record<string, unknown>): Communication {
  const channel = readChannel(row.communicationType);
  const fields = isRecord(row.additionalFields) ? row.additionalFields : null;
  const opened = readSign(textOf(fields?.openedTimestamp));
  const clicked = readSign(
    textOf(fields?.clickedTimeStamp).trim() || textOf(fields?.clickedTimestamp),
  );
  const bounced = readSign(textOf(fields?.bounced));
  return {
    name: textOf(row.communicationId).trim(),
    channel,
    sentAt: parseTime(textOf(row.executionTimestamp)),
    openedAt: opened.at,
    clickedAt: clicked.at,
    bouncedAt: bounced.at,
    activity: activityOf(channel, fields !== null, { opened, clicked, bounced }),
    storedUrl: httpsUrl(fields?.storedEmailURL),
  };
}

/** The row of a description that was not seen at work: `{date, type, status}`, without a name. */
function parseDescribed({ date, type, status }: Record<string, unknown>): Communication {
  const word = textOf(status).trim().toLowerCase().replaceAll(/[\s_-]+/g, " ");
  return {
    name: "",
    channel: readChannel(type),
    sentAt: parseTime(textOf(date)),
    openedAt: null,
    clickedAt: null,
    bouncedAt: null,
    activity: ACTIVITY_OF_STATUS.get(word) ?? "",
    storedUrl: null,
  };
}

const ACTIVITY_OF_STATUS: ReadonlyMap<string, CommunicationActivity> = new Map([
  ["not opened", "not_opened"],
  ["opened", "opened"],
  ["clicked", "clicked"],
  ["hard bounced", "hard_bounced"],
  ["hard bounce", "hard_bounced"],
]);

function readChannel(value: unknown): string {
  return textOf(value).trim().toUpperCase();
}

/** Epoch ms; null also for what stands for "never": the year 0 or 1, and the epoch's beginning. */
function parseTime(text: string): number | null {
  const epochMs = parseTimestamp(text);
  return epochMs === null || epochMs <= 0 ? null : epochMs;
}

/** The channels that have "Not Opened"; the others show an activity only when the data has one. */
const CHANNELS_WITH_ACTIVITY: ReadonlySet<string> = new Set(["EMAIL", "TRANSACTIONAL_EMAIL"]);

/** Spellings of "did not happen" in fields that hold a flag or a time. */
const NO: ReadonlySet<string> = new Set([
  ...["", "false", "no", "n", "null", "0", "none", "never", "n/a", "-"],
  // The epoch's beginning is found as a time.
  ...["0000-00-00", "0001-01-01", "00.00.0000", "01.01.0001"],
]);

/** Clear spellings of "did happen"; a bounce may say that it is a hard one. */
const YES = /^(?:true|yes|y|1|hard(?:[ _-]?bounced?)?)$/i;

/** What a field says of something that can become of a message: whether it did (null when that is unclear), and when. */
type Sign = { readonly happened: boolean | null; readonly at: number | null };

/** Only a time, or a clear yes, is a yes: a claim about a customer needs more than a field that is not empty. */
function readSign(given: string): Sign {
  const text = given.trim();
  const epochMs = parseTimestamp(text);
  if (epochMs !== null) return epochMs > 0 ? { happened: true, at: epochMs } : DID_NOT;
  if (YES.test(text)) return { happened: true, at: null };
  const [word = ""] = text.toLowerCase().split(/[ t](?=\d)/);
  return NO.has(word) ? DID_NOT : { happened: null, at: null };
}

const DID_NOT: Sign = { happened: false, at: null };

/** The strongest that is known. A mail without data that can be read may have been opened, and has none. */
function activityOf(
  channel: string,
  hasData: boolean,
  { opened, clicked, bounced }: Record<"opened" | "clicked" | "bounced", Sign>,
): CommunicationActivity {
  if (bounced.happened) return "hard_bounced";
  if (clicked.happened) return "clicked";
  if (opened.happened) return "opened";
  const isKnown = hasData && opened.happened === false && clicked.happened === false;
  return isKnown && CHANNELS_WITH_ACTIVITY.has(channel) ? "not_opened" : "";
}

/**
 * Nothing but https may become a link: above all not `javascript:`. Neither may an address that holds a password, or
 * looks like another one by characters that nobody sees.
 */
function httpsUrl(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim() : "";
  const url = UNSEEN.test(text) ? null : URL.parse(text);
  return url?.protocol === "https:" && url.username + url.password === "" ? url.href : null;
}

/** Controls, direction marks, joiners of no width and their like. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;
