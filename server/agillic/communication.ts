import { isRecord, textOf } from "./answers.ts";
import { epochMsOf, parseTimestamp, type Time } from "./timestamps.ts";

/** What a recipient did with a communication; "" where nothing is known or can be. */
export type CommunicationActivity = "not_opened" | "opened" | "clicked" | "hard_bounced" | "";

/** A message to (or, `INBOUND_SMS`, from) a recipient. Times are null when unknown. */
export type Communication = {
  readonly name: string;
  /** As Agillic names it, upper case: `EMAIL`, `SMS`, …; others than the known ones occur. */
  readonly channel: string;
  readonly sentAt: Time | null;
  /** What Agillic has where a time should be, and is none. */
  readonly sentText?: string;
  readonly openedAt: Time | null;
  readonly clickedAt: Time | null;
  /** Null for a hard bounce too, when Agillic says only that it bounced. */
  readonly bouncedAt: Time | null;
  readonly activity: CommunicationActivity;
  /** The stored copy; https only. */
  readonly storedUrl: string | null;
};

/** Whether the recipient sent it, as by `INBOUND_SMS`. */
export function isFromRecipient({ channel }: Pick<Communication, "channel">): boolean {
  return channel.startsWith("INBOUND");
}

/** Whether a time is in the future at `now` (epoch ms), by more than clocks differ. */
export function isInFuture(time: Time, now: number): boolean {
  return epochMsOf(time) > now + CLOCK_TOLERANCE_MS;
}

const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** One row of a history at `now` (epoch ms), as far as it can be read; null for a row that says nothing. */
export function parseCommunication(row: unknown, now: number): Communication | null {
  if (!isRecord(row)) return null;
  const known = parseKnown(row, now);
  const communication = saysNothing(known) ? parseDescribed(row) : known;
  return saysNothing(communication) ? null : communication;
}

function saysNothing({ name, channel, sentAt }: Communication): boolean {
  return name === "" && channel === "" && sentAt === null;
}

function parseKnown(row: Record<string, unknown>, now: number): Communication {
  const channel = readChannel(row.communicationType);
  const { sentAt, sentText } = readSent(row.executionTimestamp);
  const fields = isRecord(row.additionalFields) ? row.additionalFields : null;
  const signOf = (given: unknown, yes?: RegExp) => believable(readSign(given, yes), sentAt, now);
  const opened = signOf(fields?.openedTimestamp);
  const spelledByAgillic = signOf(fields?.clickedTimeStamp);
  const clicked = spelledByAgillic.happened === false
    ? signOf(fields?.clickedTimestamp)
    : spelledByAgillic;
  const bounced = signOf(fields?.bounced, YES_HARD);
  return {
    name: textOf(row.communicationId).trim(),
    channel,
    sentAt,
    ...(sentText !== undefined && { sentText }),
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
    ...readSent(date),
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

/** No time also for what stands for "never": the year 0 or 1, and the epoch's beginning. */
function readSent(given: unknown): Pick<Communication, "sentAt" | "sentText"> {
  const text = textOf(given).trim();
  const time = parseTimestamp(text);
  if (time !== null) return { sentAt: isNever(time) ? null : time };
  return saysNo(text) ? { sentAt: null } : { sentAt: null, sentText: text };
}

function isNever(time: Time): boolean {
  return epochMsOf(time) <= 0;
}

/** The channels that have "Not Opened"; the others show an activity only when the data has one. */
const CHANNELS_WITH_ACTIVITY: ReadonlySet<string> = new Set(["EMAIL", "TRANSACTIONAL_EMAIL"]);

/** Spellings of "did not happen" in fields that hold a flag or a time. */
const NO: ReadonlySet<string> = new Set([
  ...["", "false", "no", "n", "null", "0", "none", "never", "n/a", "-"],
  // The epoch's beginning is found as a time.
  ...["0000-00-00", "0001-01-01", "00.00.0000", "01.01.0001"],
]);

/** Clear spellings of "did happen". */
const YES = /^(?:true|yes|y|1)$/i;

/** The same for a bounce, which may say that it is a hard one. */
const YES_HARD = /^(?:true|yes|y|1|hard(?:[ _-]?bounced?)?)$/i;

/** What a field says of something that can become of a message: whether it did (null when that is unclear), and when. */
export type Sign = { readonly happened: boolean | null; readonly at: Time | null };

const DID_NOT: Sign = { happened: false, at: null };
const UNCLEAR: Sign = { happened: null, at: null };

/** Only a time, or a clear yes, is a yes: a claim about a customer needs more than a field that is not empty. */
export function readSign(given: unknown, yes = YES): Sign {
  if (typeof given === "object" && given !== null) return UNCLEAR;
  const text = textOf(given).trim();
  // Most are, and a history has thousands.
  if (text === "") return DID_NOT;
  const time = parseTimestamp(text);
  if (time !== null) return isNever(time) ? DID_NOT : { happened: true, at: time };
  if (yes.test(text)) return { happened: true, at: null };
  return saysNo(text) ? DID_NOT : UNCLEAR;
}

/** A "no" of its own, or one that is written as a date. */
function saysNo(text: string): boolean {
  const [word = ""] = text.toLowerCase().split(/[ t](?=\d)/);
  return NO.has(word);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** No message is opened in the future, or long before it was sent: such times mean something else. */
function believable(sign: Sign, sentAt: Time | null, now: number): Sign {
  const { at } = sign;
  if (at === null) return sign;
  if (isInFuture(at, now)) return UNCLEAR;
  const afterMs = sentAt === null ? 0 : epochMsOf(at) - epochMsOf(sentAt);
  if (afterMs >= 0) return sign;
  // A day alone is read as its midnight, and may be the day of sending.
  return afterMs > -DAY_MS ? { happened: true, at: null } : UNCLEAR;
}

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
