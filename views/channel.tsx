import type { JSX } from "hono/jsx/jsx-runtime";
import { isCopyKey, type Language, textOf } from "./copy.ts";
import { ids } from "./ids.ts";

/** Drawings of the channels on a 16 × 16 grid; `other` is for a channel that is new to us. */
const drawings = {
  email: "M1.5 3.5h13v9h-13zM2 4l6 5 6-5",
  transactional: "M1.5 3.5h13v9h-13zM2 4l6 5 6-5M4 10.5h2",
  sms: "M2 2.5h12v8H7l-3.5 3v-3H2zM5 6.5h.01M8 6.5h.01M11 6.5h.01",
  inbound: "M14 2.5H2v8h7l3.5 3v-3H14zM8 4.5v4M6 6.5l2 2 2-2",
  push: "M3.5 11.5V7a4.5 4.5 0 0 1 9 0v4.5zM1.5 11.5h13M6.5 13.5h3",
  print: "M4 5.5v-4h8v4M4 11.5H1.5v-6h13v6H12M4 9.5h8v5H4z",
  audience:
    "M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1 13.5a4.5 4.5 0 0 1 9 0M10.5 7.5a2.5 2.5 0 0 0 0-5M12 9.5a4.5 4.5 0 0 1 3 4",
  other: "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM5 8h.01M8 8h.01M11 8h.01",
} as const;

const iconOf: Record<string, keyof typeof drawings> = {
  EMAIL: "email",
  TRANSACTIONAL_EMAIL: "transactional",
  SMS: "sms",
  INBOUND_SMS: "inbound",
  PUSH_NOTIFICATION: "push",
  PRINT: "print",
  FACEBOOK_CA: "audience",
  GOOGLE_CM: "audience",
};

/** The drawings, once; rows refer to them. */
export function ChannelSymbols(): JSX.Element {
  return (
    <svg class="symbols" aria-hidden="true">
      {Object.entries(drawings).map(([name, d]) => (
        <symbol id={ids.channelIcon(name)} viewBox="0 0 16 16">
          <path d={d} />
        </symbol>
      ))}
    </svg>
  );
}

/** The drawing of a channel; its name is said beside it. */
export function ChannelIcon({ channel }: { channel: string }): JSX.Element {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`#${ids.channelIcon(iconOf[channel] ?? "other")}`} />
    </svg>
  );
}

/** The channel's name; one that we do not know keeps its own. */
export function channelName(language: Language, channel: string): string {
  const key = `channel.${channel}`;
  return isCopyKey(key) ? textOf(language, key) : channel;
}
