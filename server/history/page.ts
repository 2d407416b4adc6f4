import type { Communication } from "../agillic/communication.ts";
import { epochMsOf } from "../agillic/timestamps.ts";

/** How many communications a page has. */
export const PAGE_SIZE = 25;

/** Where a page begins: behind `skip` communications sent at `sentAt` (epoch ms; those without a time come last, at 0). */
export type Cursor = { sentAt: number; skip: number };

/** Reads `before`; null for the first page and for anything else. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [, sentAt, skip] = /^(\d{1,15})\.(\d{1,6})$/.exec(text ?? "") ?? [];
  return sentAt === undefined ? null : { sentAt: Number(sentAt), skip: Number(skip) };
}

/** One of a page; `place` tells those of one moment apart, and is the same on every page. */
export type PlacedCommunication = Communication & { readonly place: number };

/** One page of a history that is sorted newest first, where it starts in it, and where the next one begins. */
export function pageOf(
  communications: readonly Communication[],
  cursor: Cursor | null,
): { rows: readonly PlacedCommunication[]; start: number; next: string | null } {
  const start = cursor === null ? 0 : startOf(communications, cursor);
  const end = Math.min(start + PAGE_SIZE, communications.length);
  const rows: PlacedCommunication[] = [];
  for (let index = start; index < end; index++) {
    const communication = communications[index];
    if (communication === undefined) break;
    const previous = rows.at(-1);
    const sentMs = sentMsOf(communication);
    const place = previous === undefined
      ? index - firstAt(communications, sentMs)
      : sentMsOf(previous) === sentMs
      ? previous.place + 1
      : 0;
    rows.push({ ...communication, place });
  }
  const last = rows.at(-1);
  if (last === undefined || end === communications.length) return { rows, start, next: null };
  return { rows, start, next: `${sentMsOf(last)}.${last.place + 1}` };
}

function firstAt(communications: readonly Communication[], sentAt: number): number {
  return communications.findIndex((communication) => sentMsOf(communication) === sentAt);
}

function sentMsOf({ sentAt }: Communication): number {
  return epochMsOf(sentAt ?? 0);
}

// By time and not by number, so that a mail that came meanwhile does not repeat a row.
function startOf(communications: readonly Communication[], { sentAt, skip }: Cursor): number {
  const first = communications.findIndex((communication) => sentMsOf(communication) <= sentAt);
  const found = communications[first];
  if (found === undefined) return communications.length;
  return sentMsOf(found) === sentAt ? first + skip : first;
}
