import type { Communication } from "../agillic/communication.ts";
import { epochMsOf } from "../agillic/timestamps.ts";

/** How many communications the first page has: about as many as an agent looks at. */
export const FIRST_PAGE_SIZE = 10;
/** How many each later page has. */
export const PAGE_SIZE = 25;

/** One of a history; `place` tells those of one moment apart, whatever the history is narrowed to. */
export type PlacedCommunication = Communication & { readonly place: number };

/**
 * Where a page begins: at the communication sent at `sentAt` (epoch ms; those without a time come last, at 0) with this
 * place, or at the next one that there is.
 */
export type Cursor = { sentAt: number; place: number };

/** Numbers the communications of each moment, in a whole history that is sorted newest first. */
export function placeEach(communications: readonly Communication[]): PlacedCommunication[] {
  let moment: number | undefined;
  let place = 0;
  return communications.map((communication) => {
    const sentAt = sentMsOf(communication);
    place = sentAt === moment ? place + 1 : 0;
    moment = sentAt;
    return { ...communication, place };
  });
}

/** Names a communication of a history, the same on every load; a cursor that begins at it. */
export function keyOf(communication: PlacedCommunication): string {
  return `${sentMsOf(communication)}-${communication.place}`;
}

/** Reads the cursor of a page, or the key of a communication; null for the first page and for anything else. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [, sentAt, place] = /^(\d{1,15})[.-](\d{1,6})$/.exec(text ?? "") ?? [];
  return sentAt === undefined ? null : { sentAt: Number(sentAt), place: Number(place) };
}

/** One page of a history that is sorted newest first, and where the next one begins. */
export function pageOf(
  communications: readonly PlacedCommunication[],
  cursor: Cursor | null,
): { rows: readonly PlacedCommunication[]; next: string | null } {
  const start = cursor === null ? 0 : startOf(communications, cursor);
  const end = start + (cursor === null ? FIRST_PAGE_SIZE : PAGE_SIZE);
  const rows = communications.slice(start, end);
  const last = rows.at(-1);
  if (last === undefined || end >= communications.length) return { rows, next: null };
  return { rows, next: `${sentMsOf(last)}.${last.place + 1}` };
}

function sentMsOf({ sentAt }: Communication): number {
  return epochMsOf(sentAt ?? 0);
}

// By time and not by number, so that a mail that came meanwhile does not repeat a row.
function startOf(
  communications: readonly PlacedCommunication[],
  { sentAt, place }: Cursor,
): number {
  const start = communications.findIndex((communication) => {
    const sentMs = sentMsOf(communication);
    return sentMs < sentAt || (sentMs === sentAt && communication.place >= place);
  });
  return start === -1 ? communications.length : start;
}
