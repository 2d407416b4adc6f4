import type { JSX } from "hono/jsx/jsx-runtime";
import type { Moment } from "./format.ts";

/**
 * A time as the agent reads it, with the exact one on hover; one that is not known is text alone. `seconds`: how far it
 * is from now, negative for what was; it then goes by.
 */
export function MomentText(
  { moment: { text, exact, iso }, seconds }: { moment: Moment; seconds?: number | undefined },
): JSX.Element {
  if (iso === "") return <>{text}</>;
  return <time datetime={iso} title={exact} data-seconds={seconds}>{text}</time>;
}

/** How long to wait, as the agent reads it; it counts down. */
export function WaitText(
  { text, seconds }: { text: string | undefined; seconds: number },
): JSX.Element {
  return <span data-seconds={Math.ceil(seconds)}>{text}</span>;
}
