import { shortened } from "./shortened.ts";
import { isCopyKey, type Language, say, textOf } from "./words/copy.ts";

/** What the sentence tells of; `date` as the reader writes it. */
export type ToldCommunication = {
  channel: string;
  name: string;
  date: string;
  hasBounced?: boolean;
};

/** The sentence about a communication for the reply to the requester, in their language. */
export function replySentence(
  language: Language,
  { channel, name, date, hasBounced = false }: ToldCommunication,
): string | null {
  if (channel === "INBOUND_SMS") return say(language, "communications.sentenceInbound", { date });
  const by = `by.${channel}`;
  // Custom audiences and unknown channels reach nobody by name: there is nothing to tell.
  if (!isCopyKey(by)) return null;
  const key = hasBounced ? "communications.sentenceBounced" : "communications.sentence";
  return say(language, key, {
    date,
    name: shortened(name),
    channel: textOf(language, by),
  });
}
