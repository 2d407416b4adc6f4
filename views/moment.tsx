import type { JSX } from "hono/jsx/jsx-runtime";
import type { Moment } from "./format.ts";

/** A time as the agent reads it, with the exact one on hover. */
export function MomentText({ moment }: { moment: Moment }): JSX.Element {
  return <time datetime={moment.iso} title={moment.exact}>{moment.text}</time>;
}
