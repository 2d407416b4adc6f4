import type { RequestContext, Swap } from "./htmx.ts";

const TOOLBAR = "form[role=search]";

/**
 * Whether a history that comes anew is narrowed as the agent has it now, and then its fold stays as it is. What was typed
 * or chosen since it was asked for has a list on its way, and must not be taken away.
 */
export function fitsNarrowing({ request }: RequestContext, { target, fragment }: Swap): boolean {
  const shown = target instanceof Element && target.querySelector<HTMLFormElement>(TOOLBAR);
  const asked = new URL(request.action, location.href).searchParams;
  if (!shown || !asked.has("find")) return true;
  const fold = fragment.querySelector(`${TOOLBAR} > details`);
  if (shown.querySelector("details[open]")) fold?.setAttribute("open", "");
  return [...new FormData(shown)].every(([name, value]) => asked.get(name) === value);
}
