import type { JSX } from "hono/jsx/jsx-runtime";
import type { Moment } from "./format.ts";

/** A time as the agent reads it, with the exact one on hover; one that is not known is text alone. */
export function MomentText({ moment: { text, exact, iso } }: { moment: Moment }): JSX.Element {
  return iso === "" ? <>{text}</> : <time datetime={iso} title={exact}>{text}</time>;
}
