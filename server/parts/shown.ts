import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What a request for a part is answered with: its HTML, and what is said beside it. */
export type Shown = {
  /** Null is an empty part. */
  html: JSX.Element | null;
  /** 200 where there is none. */
  status?: ContentfulStatusCode;
  /** For the log: why it was answered so. */
  reason?: string | undefined;
  /** The sealed name of the recipient that later requests are about, or UNKNOWN_RECIPIENT; null to say nothing. */
  recipient?: string | null;
  /** What Agillic has against delivery, which the history is told. */
  recipientState?: string;
  /** What follows in the same answer when it is there. */
  behind?: Promise<ShownBehind>;
};

/** A part that follows the others. It never rejects: the status of the answer is on its way. */
export type ShownBehind = Required<Pick<Shown, "status">> & Pick<Shown, "reason"> & {
  text: string;
};

/** A part that is switched off: what asked for it becomes empty. */
export const NOTHING: Shown = { html: null };
