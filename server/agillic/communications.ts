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

/** What was sent to the recipient in the period, newest first; those whose time cannot be read come last. */
export async function listCommunications(
  calls: Calls,
  key: RecipientKey,
  period: { readonly from: Date; readonly to: Date },
): Promise<Communication[]> {
  const { answer } = await readAboutRecipient(
    calls,
    LIST,
    key,
    (key) => communicationsPath(key, period),
  );
  if (answer.status === 404) throw recipientNotFound(LIST, answer);
  const fromMs = period.from.getTime();
  const communications: Communication[] = [];
  for (const row of parseAnswer(LIST, answer, historySchema)) {
    const communication = parseCommunication(row);
    // Whether Agillic keeps to the hour or to the day is not known. Nothing is cut at the other end: clocks differ.
    if (communication === null || (communication.sentAt ?? fromMs) < fromMs) continue;
    communications.push(communication);
  }
  return communications.sort(newestFirst);
}

function newestFirst(a: Communication, b: Communication): number {
  return (b.sentAt ?? -Infinity) - (a.sentAt ?? -Infinity) || 0;
}
