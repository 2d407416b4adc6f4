import {
  ANNOUNCER_ID,
  INSERT_REFUSED,
  INSERT_TEXT,
  NOTICE_SUFFIX,
  PROBLEM_CONNECTION_ID,
  PROBLEM_EXPIRED_ID,
  PROBLEM_REQUESTER_ID,
  PROBLEM_SESSION_ID,
  REFRESH_SUFFIX,
  RELOAD_FORM_ID,
  RETRY_PREFIX,
  SIDEBAR_ID,
  SKELETON_ID,
} from "./page.ts";
import type { PartId } from "./parts.ts";

/** Every element id; focus survives a swap because a control keeps its id. */
export const ids = {
  sidebar: SIDEBAR_ID,
  announcer: ANNOUNCER_ID,
  skeleton: SKELETON_ID,
  problemConnection: PROBLEM_CONNECTION_ID,
  problemRequester: PROBLEM_REQUESTER_ID,
  problemSession: PROBLEM_SESSION_ID,
  reloadForm: RELOAD_FORM_ID,
  problemExpired: PROBLEM_EXPIRED_ID,
  retryConnection: `${RETRY_PREFIX}connection`,
  retryRequester: `${RETRY_PREFIX}requester`,
  retrySession: `${RETRY_PREFIX}session`,
  retryExpired: `${RETRY_PREFIX}expired`,
  heading: (part: PartId): string => `${part}-heading`,
  notice: (place: string): string => `${place}${NOTICE_SUFFIX}`,
  refresh: (part: PartId): string => `${part}${REFRESH_SUFFIX}`,
  reload: (place: string): string => `${place}-reload`,
  retry: (place: string): string => `${place}-retry`,
  details: (place: string): string => `${place}-details`,
  detailsText: (place: string): string => `${place}-details-text`,
  copyDetails: (place: string): string => `${place}-details-copy`,
  copyField: (name: string): string => `copy-${slug(name)}`,
  showAll: (name: string): string => `all-${slug(name)}`,
  wholeValue: (name: string): string => `whole-${slug(name)}`,
  groups: "groups",
  allGroups: "groups-all",
  table: (name: string): string => `table-${slug(name)}`,
  tableRows: (name: string): string => `rows-${slug(name)}`,
  chooseAnother: "choose-another",
  match: (index: number): string => `match-${index}`,
  event: (slot: number): string => `event-${slot}`,
  eventTrigger: (slot: number): string => `event-${slot}-trigger`,
  eventsVerdict: "events-verdict",
  eventResult: (slot: number): string => `event-${slot}-result`,
  news: (since: number): string => `news-${since}`,
  note: (place: string): string => `${place}-note`,
  eventNotes: (slot: number): string => `event-${slot}-notes`,
  createForm: "create-recipient",
  createTrigger: "create-recipient-trigger",
  allChannels: "channels-all",
  otherChannels: "channels-other",
  showChannel: "channels-show",
  channel: (channel: string): string => `channel-${slug(channel)}`,
  symbol: (name: string): string => `i-${name}`,
  mark: (shape: string): string => `m-${shape}`,
  storedCopy: (row: string): string => `stored-${slug(row)}`,
  insertRefused: INSERT_REFUSED,
  insertText: INSERT_TEXT,
  insertCopy: "insert-copy",
  insert: (row: string): string => `insert-${slug(row)}`,
  more: "communications-more",
  moreRow: "communications-more-row",
  setupOpen: "setup-open",
  setupBack: "setup-back",
  setupRecipient: "setup-recipient",
  setupRun: "setup-run",
  setupReport: "setup-report",
  setupCopy: "setup-copy",
} as const;

/** A selector for an id of ours; all of them are free of characters that need escaping. */
export function selectorOf(id: string): `#${string}` {
  return `#${id}`;
}

function slug(text: string): string {
  return text.replace(
    /[^A-Za-z0-9_-]/g,
    (character) => `.${character.codePointAt(0)?.toString(16)}`,
  );
}
