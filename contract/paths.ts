import { SIDEBAR_PATH } from "./page.ts";
import { parts } from "./parts.ts";

/** Where Zendesk loads the shell, by a form POST. */
export const SHELL_PATH = "/shell";
/** The field of that form that Zendesk signs. */
export const TOKEN_FIELD = "token";
/** The field of the page's own form for its reload: the agent's pass. */
export const PASS_FIELD = "pass";

/** In place of a channel: all of them. No channel is called so, since theirs are capital letters. */
export const ALL_CHANNELS = "all";

/** What narrows the communication history. */
export type CommunicationsQuery = {
  /** Only this channel, as Agillic names it; "" for what has none. */
  channel?: string | undefined;
  /** Only what has this in its name. */
  find?: string | undefined;
  /** Only what was sent before this point, as the rows before it gave it. */
  before?: string | undefined;
};

/** What narrows the activity of the installation. */
export type ActivityQuery = {
  /** The user id of the agent who did it. */
  agent?: string;
  /** What was done: `event:NAME`, `create` or `double_opt_in`. */
  event?: string;
  /** Only what ended before this time, in epoch ms. */
  before?: number;
};

/** A look at what has come into the history since `since`, in epoch ms; `look` counts from 1. */
export type Look = { since: number; look: number };

/** Every URL that views point to; none holds personal data. */
export const paths = {
  sidebar: SIDEBAR_PATH,
  recipient: parts.recipient.path,
  personDataValue: (field: string): string =>
    `${parts.recipient.path}/values/${encodeURIComponent(field)}`,
  events: parts.events.path,
  groups: "/groups",
  tables: "/tables",
  table: (name: string): string => `/tables/${encodeURIComponent(name)}`,
  setup: parts.setup.path,
  event: (slot: number): string => `${parts.events.path}/${slot}`,
  resume: (slot: number): string => `${parts.events.path}/${slot}/resume`,
  communications: ({ channel, find, before }: CommunicationsQuery = {}): string => {
    const { path } = parts.communications;
    const query = new URLSearchParams();
    if (channel !== undefined) query.set("channel", channel);
    if (find) query.set("find", find);
    if (before) query.set("before", before);
    return query.size === 0 ? path : `${path}?${query}`;
  },
  activity: ({ agent, event, before }: ActivityQuery = {}): string => {
    const query = new URLSearchParams();
    if (agent) query.set("agent", agent);
    if (event) query.set("event", event);
    if (before !== undefined) query.set("before", String(before));
    return query.size === 0 ? parts.activity.path : `${parts.activity.path}?${query}`;
  },
  communicationList: `${parts.communications.path}/list`,
  picture: `${parts.communications.path}/picture`,
  look: ({ since, look }: Look): string => `${parts.communications.path}/since/${since}/${look}`,
} as const;
