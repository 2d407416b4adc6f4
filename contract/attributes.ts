/** On the page: `light` or `dark`. */
export const colorScheme = "data-color-scheme";

/** What is read aloud once the element has come. */
export const announce = "data-announce";

/** On what looks at the history by itself. */
export const news = "data-news";
/** On a time that is told from now: in how many seconds it is, negative for what was. */
export const seconds = "data-seconds";

/** On a button: the text that it copies. */
export const copy = "data-copy";
/** On a button: the id of the element whose text it copies. */
export const copyFrom = "data-copy-from";

/** On a button: the sentence that it adds to the agent's reply. */
export const insert = "data-insert";
/** Beside `insert`: the id of the ticket that the sentence belongs to. */
export const ticket = "data-ticket";

/** On a button: the private note that it writes on the ticket that `ticket` names; empty for none. */
export const note = "data-note";
/** Beside `note`: the tag that the ticket gets. */
export const tag = "data-tag";
/** Beside `note`: it is written as soon as the button has come. */
export const noteNow = "data-note-now";

/** On a button: the id of the ticket that it opens in Zendesk. */
export const openTicket = "data-open-ticket";

/** On what leads to another element of the page: the id of that element. */
export const leadsTo = "data-leads-to";

/** Around buttons: what is said when one has done its work. */
export const done = "data-done";
/** Around buttons: what is said when one has not. */
export const failed = "data-failed";
/** On a button, while it shows how it goes: `busy`, `done` or `failed`. */
export const state = "data-state";
