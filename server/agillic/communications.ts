import { readAboutRecipient, recipientNotFound } from "./about_recipient.ts";
import { historySchema, parseAnswer, saysNothing } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { type Communication, parseCommunication } from "./communication.ts";
import type { Operation } from "./operation.ts";
import { communicationsPath, type RecipientKey } from "./paths.ts";
import { epochMsOf } from "./timestamps.ts";

const LIST: Operation = {
  action: "Listing the communications",
  method: "POST",
  route: "/recipients/:id/:listCommunicationHistory",
  // It only reads, though Agillic wants it posted.
  kind: "read",
};

/** What was sent in the period, newest first; what has no readable time comes last. */
export async function listCommunications(
  calls: Calls,
  key: RecipientKey,
  period: { readonly from: Date; readonly to: Date },
): Promise<Communication[]> {
  const pathOf = (key: RecipientKey) => communicationsPath(key, period);
  const { answer } = await readAboutRecipient(calls, LIST, key, pathOf);
  if (answer.status === 404) throw recipientNotFound(LIST);
  const fromMs = period.from.getTime();
  const rows = saysNothing(answer) ? [] : parseAnswer(LIST, answer, historySchema);
  return parseEachOnce(rows, period.to.getTime())
    // It is not known whether Agillic keeps to the hour or to the day. Nothing is cut at the other
    // end, since clocks differ.
    .filter(({ sentAt }) => sentAt === null || epochMsOf(sentAt) >= fromMs)
    .sort(newestFirst);
}

/** Rows that agree in everything are one message; without a time, only those that are the same throughout. */
function parseEachOnce(rows: readonly unknown[], now: number): Communication[] {
  // Most are told apart by time and name; only the others are written out to be compared.
  const firsts = new Map<string, Parsed>();
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const communication = parseCommunication(row, now);
    if (communication === null) return [];
    const { name, sentAt } = communication;
    const key = `${sentAt === null ? "" : epochMsOf(sentAt)} ${name}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, { row, communication });
      return [communication];
    }
    seen.add(writtenOut(first));
    const text = writtenOut({ row, communication });
    if (seen.has(text)) return [];
    seen.add(text);
    return [communication];
  });
}

type Parsed = { row: unknown; communication: Communication };

/** What we do not read of a row may tell it from others, where its time does not. */
function writtenOut({ row, communication }: Parsed): string {
  return JSON.stringify(communication.sentAt === null ? row : communication);
}

function newestFirst(a: Communication, b: Communication): number {
  // The difference is NaN where neither has a time.
  return epochMsOf(b.sentAt ?? -Infinity) - epochMsOf(a.sentAt ?? -Infinity) || 0;
}
