import type { CommunicationRow } from "../../views/communication_rows.tsx";
import { languageOf } from "../../views/words/copy.ts";
import { replySentence } from "../../views/reply_sentence.ts";
import type { Communication } from "../agillic/communication.ts";
import type { AppContext } from "../context.ts";

/** How many communications a page has. */
export const PAGE_SIZE = 25;
const MONTHS = 3;
/** How long before a ticket a communication is a likely cause of it. */
export const LIKELY_CAUSE_MS = 72 * 60 * 60 * 1000;

/** The past three months by the calendar: from the same day and time, or the month's last day. */
export function periodUntil(to: Date): { from: Date; to: Date } {
  const from = new Date(to);
  from.setUTCMonth(from.getUTCMonth() - MONTHS);
  // 31 May minus three months would be 3 March: the day overflowed, so step back to the last of February.
  if (from.getUTCDate() !== to.getUTCDate()) from.setUTCDate(0);
  return { from, to };
}

/** Where a page begins: behind `skip` communications sent at `sentAt` (epoch ms; those without a time come last, at 0). */
export type Cursor = { sentAt: number; skip: number };

/** Reads `before`; null for the first page and for anything else. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [, sentAt, skip] = /^(\d{1,15})\.(\d{1,6})$/.exec(text ?? "") ?? [];
  return sentAt === undefined ? null : { sentAt: Number(sentAt), skip: Number(skip) };
}

/** One of a page; `place` tells those of one moment apart, and is the same on every page. */
export type PlacedCommunication = Communication & { readonly place: number };

/** One page of a history that is sorted newest first, and where the next one begins. */
export function pageOf(
  communications: readonly Communication[],
  cursor: Cursor | null,
): { rows: readonly PlacedCommunication[]; next: string | null } {
  const start = cursor === null ? 0 : startOf(communications, cursor);
  const end = Math.min(start + PAGE_SIZE, communications.length);
  const rows: PlacedCommunication[] = [];
  for (let index = start; index < end; index++) {
    const communication = communications[index];
    if (communication === undefined) break;
    const previous = rows.at(-1);
    const place = previous?.sentAt === communication.sentAt
      ? previous.place + 1
      : index - firstAt(communications, communication.sentAt ?? 0);
    rows.push({ ...communication, place });
  }
  const last = rows.at(-1);
  if (last === undefined || end === communications.length) return { rows, next: null };
  return { rows, next: `${last.sentAt ?? 0}.${last.place + 1}` };
}

function firstAt(communications: readonly Communication[], sentAt: number): number {
  return communications.findIndex((communication) => (communication.sentAt ?? 0) === sentAt);
}

// By time and not by number, so that a mail that came meanwhile does not repeat a row.
function startOf(communications: readonly Communication[], { sentAt, skip }: Cursor): number {
  const first = communications.findIndex((communication) => (communication.sentAt ?? 0) <= sentAt);
  if (first === -1) return communications.length;
  return (communications[first]?.sentAt ?? 0) === sentAt ? first + skip : first;
}

/** How often each channel was used, most used first. */
export function countChannels(
  communications: readonly Communication[],
): [channel: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { channel } of communications) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b));
}

/** A communication as the list shows it; its key is its time in short, and its place among those of that moment. */
export function rowOf(
  c: AppContext,
  communication: PlacedCommunication,
  now: Date,
): CommunicationRow {
  const { channel, name, sentAt, activity, storedUrl, place } = communication;
  const formatter = c.get("formatter");
  const activityAt = activityTime(communication);
  const sentence = sentenceOf(c, communication);
  const { ticketId } = c.get("requester");
  return {
    key: `${(sentAt ?? 0).toString(36)}-${place}`,
    channel,
    name,
    sentAt: sentAt === null
      ? { text: "-", exact: "", iso: "" }
      : formatter.moment(new Date(sentAt), now),
    activity,
    ...(activityAt !== null && { activityAt: formatter.moment(new Date(activityAt), now) }),
    likelyCause: isLikelyCause(c, sentAt),
    ...(storedUrl !== null && { storedCopyUrl: storedUrl }),
    ...(sentence !== null && ticketId !== "" && { insert: { sentence, ticket: ticketId } }),
  };
}

function activityTime({ activity, bouncedAt, clickedAt, openedAt }: Communication): number | null {
  switch (activity) {
    case "hard_bounced":
      return bouncedAt;
    case "clicked":
      return clickedAt;
    case "opened":
      return openedAt;
    default:
      return null;
  }
}

function isLikelyCause(c: AppContext, sentAt: number | null): boolean {
  const createdAt = c.get("requester").ticketCreatedAt;
  if (createdAt === null || sentAt === null) return false;
  return sentAt <= createdAt && sentAt > createdAt - LIKELY_CAUSE_MS;
}

/** The sentence for the reply, in the requester's language; the agent's where it is not known. */
function sentenceOf(c: AppContext, { channel, name, sentAt }: Communication): string | null {
  if (sentAt === null) return null;
  const locale = c.get("requester").locale || c.get("preferences").locale;
  const date = c.get("formatterFor")(locale).date(new Date(sentAt));
  return replySentence(languageOf(locale), { channel, name, date });
}
