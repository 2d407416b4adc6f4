import { isCopyKey, type Language, textOf } from "./words/copy.ts";
import { shortened } from "./shortened.ts";
import type { SymbolName } from "./symbols.tsx";

const symbols = new Map<string, SymbolName>([
  ["EMAIL", "email"],
  ["TRANSACTIONAL_EMAIL", "transactional"],
  ["SMS", "sms"],
  ["INBOUND_SMS", "inbound"],
  ["PUSH_NOTIFICATION", "push"],
  ["PRINT", "print"],
  ["FACEBOOK_CA", "audience"],
  ["GOOGLE_CM", "audience"],
]);

/** The name of a channel's drawing. */
export function channelSymbol(channel: string): SymbolName {
  return symbols.get(channel) ?? "other";
}

/** The channel's name; one that we do not know keeps its own, and none is told as such. */
export function channelName(language: Language, channel: string): string {
  if (channel === "") return textOf(language, "channel.none");
  const key = `channel.${channel}`;
  return isCopyKey(key) ? textOf(language, key) : shortened(channel);
}
