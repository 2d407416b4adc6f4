// Single names, not a table: a bundler drops and shortens them, but not the keys of a table.

/** The element that holds all parts. */
export const SIDEBAR_ID = "sidebar";
/** The live region that news is read from. */
export const ANNOUNCER_ID = "announcer";
/** The template that stands in for a person who is not known yet. */
export const SKELETON_ID = "skeleton";
/** The template of a problem that the server could not word: no answer came. */
export const PROBLEM_CONNECTION_ID = "problem-connection";
/** The template of a problem that the server could not word: Zendesk did not say who it is about. */
export const PROBLEM_REQUESTER_ID = "problem-requester";
/** The template of a problem that the server could not word: there is no session. */
export const PROBLEM_SESSION_ID = "problem-session";

/** The template of a problem that only a new page ends: the agent's pass has run out. */
export const PROBLEM_EXPIRED_ID = "problem-expired";

/** The form that asks for the page again, with the agent's pass instead of what Zendesk signs only once. */
export const RELOAD_FORM_ID = "reload";

/** How the id of the place for a part's problem ends. */
export const NOTICE_SUFFIX = "-notice";
/** How the id of a part's refresh button ends. */
export const REFRESH_SUFFIX = "-refresh";
/** How the id of "Try again" in a template begins; the shell's script acts on it. */
export const RETRY_PREFIX = "retry-";

/** How the id of a communication's row begins; its key follows. */
export const ROW_PREFIX = "communication-";
/** The button that has the history begin at the communication whose key it is given. */
export const BEGIN_AT = "communications-from";

/** In the history: the template of what takes a sentence that Zendesk did not. */
export const INSERT_REFUSED = "insert-refused";
/** Where that sentence goes. */
export const INSERT_TEXT = "insert-text";

/** Where the sidebar is loaded. */
export const SIDEBAR_PATH = "/sidebar";
/** Where the history is loaded. */
export const HISTORY_PATH = "/communications";
/** What the history follows in an answer that has it behind the rest: a status of three digits, then its HTML. */
export const HISTORY_MARK = "<!--history-->";

/** The id of what loads the events' forms again. */
export const EVENTS_RENEWAL = "events-renewal";
/** The event on it: the agent has come back to the tab. */
export const ACTIVATED_EVENT = "activated";

/** The `meta` element with the sealed name of the agent. */
export const AGENT_PASS_META = "agent-pass";
/** The `meta` element with the names of the settings that the server asks for, with a space between. */
export const SETTINGS_META = "settings";
/** The `meta` element with the name that the session is kept under. */
export const SESSION_KEY_META = "session-key";
