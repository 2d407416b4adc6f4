import type { JSX } from "hono/jsx/jsx-runtime";
import { isCopyKey, type Language, textOf } from "./words/copy.ts";
import { isolated } from "./isolated.ts";
import { shortened } from "./shortened.ts";
import { icons } from "./icon.tsx";

const iconOf = new Map<string, JSX.Element>([
  ["EMAIL", icons.email],
  ["TRANSACTIONAL_EMAIL", icons.transactional],
  ["SMS", icons.sms],
  ["INBOUND_SMS", icons.inbound],
  ["PUSH_NOTIFICATION", icons.push],
  ["PRINT", icons.print],
  ["FACEBOOK_CA", icons.audience],
  ["GOOGLE_CM", icons.audience],
]);

/** A channel's drawing; one that is new to us has one, too. */
export function channelIcon(channel: string): JSX.Element {
  return iconOf.get(channel) ?? icons.other;
}

/** The channel's name; one that we do not know keeps its own, and none is told as such. */
export function channelName(language: Language, channel: string): string {
  if (channel === "") return textOf(language, "channel.none");
  const key = `channel.${channel}`;
  return isCopyKey(key) ? textOf(language, key) : isolated(shortened(channel));
}
