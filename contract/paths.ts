import { SIDEBAR_PATH } from "./page.ts";
import { parts } from "./parts.ts";

/** Where Zendesk loads the shell, by a form POST. */
export const SHELL_PATH = "/shell";
/** The field of that form that Zendesk signs. */
export const TOKEN_FIELD = "token";
/** The field of the page's own form for its reload: the agent's pass. */
export const PASS_FIELD = "pass";

/** What narrows the communication history. */
export type CommunicationsQuery = {
  /** Only this channel, as Agillic names it; "" for what has none. */
  channel?: string;
  /** Only what was sent before this point, as the rows before it gave it. */
  before?: string;
};

/** A look at what has come into the history since `since`, in epoch ms; `look` counts from 1. */
export type Look = { since: number; look: number };

/** Every URL that views point to; none holds personal data. */
export const paths = {
  sidebar: SIDEBAR_PATH,
  recipient: parts.recipient.path,
  events: parts.events.path,
  groups: "/groups",
  tables: "/tables",
  table: (name: string): string => `/tables/${encodeURIComponent(name)}`,
  setup: parts.setup.path,
  event: (slot: number): string => `${parts.events.path}/${slot}`,
  communications: ({ channel, before }: CommunicationsQuery = {}): string => {
    const { path } = parts.communications;
    const query = new URLSearchParams();
    if (channel !== undefined) query.set("channel", channel);
    if (before) query.set("before", before);
    return query.size === 0 ? path : `${path}?${query}`;
  },
  look: ({ since, look }: Look): string => `${parts.communications.path}/since/${since}/${look}`,
} as const;
