import type { Context } from "hono";
import type { PartId } from "../contract/parts.ts";
import type { Language } from "../views/words/copy.ts";
import type { ShownBehind } from "./parts/shown.ts";
import type { Agent } from "./zendesk/shell_token.ts";

/** What is known of every request, for its line in the log and for the answer to an error. */
type Variables = {
  requestId: string;
  /** When the request came, in ms of `elapsed`. */
  startedAt: number;
  /** ms spent waiting for Agillic, summed over calls that may have been under way at once. */
  agillicMs: number;
  /** What still follows of the answer; null once it is whole. */
  behind: Promise<ShownBehind> | null;
  /** Why the request was answered as it was. */
  reason: string;
  language: Language;
  /** The part that a problem of this request belongs to; null where it is a page or JSON. */
  part: PartId | null;
  /** Once it is known who acts. */
  agent: Agent | undefined;
};

/** Hono's generic for every request. */
export type AppEnv = { Variables: Variables };
/** The context of any request. */
export type AppContext = Context<AppEnv>;
