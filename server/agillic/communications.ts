import { readAboutRecipient, recipientNotFound } from "./about_recipient.ts";
import { historySchema, parseAnswer } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { type Communication, parseCommunication } from "./communication.ts";
import type { Operation } from "./operation.ts";
import { communicationsPath, type RecipientKey } from "./paths.ts";

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
  return parseAnswer(LIST, answer, historySchema)
    .map(parseCommunication)
    .filter((communication) => communication !== null)
    // It is not known whether Agillic keeps to the hour or to the day. Nothing is cut at the other
    // end, since clocks differ.
    .filter(({ sentAt }) => sentAt === null || sentAt >= fromMs)
    .sort(newestFirst);
}

function newestFirst(a: Communication, b: Communication): number {
  // The difference is NaN where neither has a time.
  return (b.sentAt ?? -Infinity) - (a.sentAt ?? -Infinity) || 0;
}
