import { HISTORY_PATH, SIDEBAR_PATH } from "./page.ts";
import type { VIEW_SETTINGS } from "./settings.ts";

/** What everyone has to know of a part; `title` and `refresh` are keys of the views' words. */
type Part = {
  /** Where it is loaded again. */
  path: string;
  /** The checkbox that switches it on; null where nothing does. */
  setting: typeof VIEW_SETTINGS[number] | null;
  title: string;
  /** What its refresh button says; null for a part that has none. */
  refresh: string | null;
};

/** The parts of the sidebar that load, fail and refresh on their own. */
export const parts = {
  recipient: {
    path: "/recipient",
    setting: "enable_recipient_view",
    title: "recipient.title",
    refresh: "recipient.refresh",
  },
  events: {
    path: "/events",
    setting: "enable_event_trigger_view",
    title: "events.title",
    // What others may change in it is renewed by itself.
    refresh: null,
  },
  communications: {
    path: HISTORY_PATH,
    setting: "enable_communication_history_view",
    title: "communications.title",
    refresh: "communications.refresh",
  },
  // Where it ends a recipient stands, so it is loaded with all that belongs to one.
  create: {
    path: SIDEBAR_PATH,
    setting: "enable_recipient_creation_view",
    title: "create.title",
    refresh: null,
  },
  setup: { path: "/setup", setting: null, title: "setup.title", refresh: null },
  activity: {
    path: "/activity",
    setting: null,
    title: "activityLog.title",
    refresh: "activityLog.refresh",
  },
} as const satisfies Record<string, Part>;

/** A part of the sidebar, which is also the id of its element. */
export type PartId = keyof typeof parts;
