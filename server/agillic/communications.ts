import { readAboutRecipient, recipientNotFound } from "./about_recipient.ts";
import { historySchema, parseAnswer } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { type Communication, parseCommunication } from "./communication.ts";
import type { Operation } from "./operation.ts";
import { communicationsPath, type RecipientKey } from "./paths.ts";

const LIST: Operation = {
  action: "Listing the communications",
  method: "POST",
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
  const communications: Communication[] = [];
  for (const row of parseAnswer(LIST, answer, historySchema)) {
    const communication = parseCommunication(row);
    // It is not known whether Agillic keeps to the hour or to the day. At the other end nothing is
    // cut, since clocks differ.
    if (communication === null || (communication.sentAt ?? fromMs) < fromMs) continue;
    communications.push(communication);
  }
  return communications.sort(newestFirst);
}

function newestFirst(a: Communication, b: Communication): number {
  return (b.sentAt ?? -Infinity) - (a.sentAt ?? -Infinity) || 0;
}
