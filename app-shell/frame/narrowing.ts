import type { RequestContext, Swap } from "./htmx.ts";

const TOOLBAR = "form[role=search]";

/**
 * Whether a history that comes again is narrowed as the agent has it now. What was typed or chosen since it was asked
 * for has a list on its way, and must not be taken away.
 */
export function fitsNarrowing(context: RequestContext, swap: Swap): boolean {
  const asked = askedOf(context);
  const shown = toolbarShown(context, swap);
  return !shown ||
    [...new FormData(shown)].every(([name, value]) => asked.get(name) === value);
}

/** Has the fold of a history that comes again be open where the agent has opened it. */
export function keepFold(context: RequestContext, swap: Swap): void {
  if (!toolbarShown(context, swap)?.querySelector("details[open]")) return;
  swap.fragment.querySelector(`${TOOLBAR} > details`)?.setAttribute("open", "");
}

/** What narrows the history that is shown; null where no such history was asked for. */
function toolbarShown(context: RequestContext, { target }: Swap): HTMLFormElement | null {
  return askedOf(context).has("find") && target instanceof Element
    ? target.querySelector<HTMLFormElement>(TOOLBAR)
    : null;
}

function askedOf({ request }: RequestContext): URLSearchParams {
  return new URL(request.action, location.href).searchParams;
}
