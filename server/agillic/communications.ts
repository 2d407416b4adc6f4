import { readAboutRecipient, recipientNotFound } from "./about_recipient.ts";
import { historySchema, isSuccess, parseAnswer } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { type Communication, parseCommunication } from "./communication.ts";
import type { Answer, Operation } from "./operation.ts";
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
  return withoutRepeated(rows.map(parseCommunication).filter((row) => row !== null))
    // It is not known whether Agillic keeps to the hour or to the day. Nothing is cut at the other
    // end, since clocks differ.
    .filter(({ sentAt }) => sentAt === null || epochMsOf(sentAt) >= fromMs)
    .sort(newestFirst);
}

/** No communication at all, said without a list. */
function saysNothing(answer: Answer): boolean {
  return isSuccess(answer) && /^\s*(?:null)?\s*$/.test(answer.text);
}

/** Rows that agree in everything are one message; without a time they may be two. */
function withoutRepeated(communications: readonly Communication[]): Communication[] {
  const seen = new Set<string>();
  return communications.filter((communication) => {
    if (communication.sentAt === null) return true;
    const text = JSON.stringify(communication);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function newestFirst(a: Communication, b: Communication): number {
  // The difference is NaN where neither has a time.
  return epochMsOf(b.sentAt ?? -Infinity) - epochMsOf(a.sentAt ?? -Infinity) || 0;
}
