import type { Presence } from "./presence.ts";
import type { FragmentRequest } from "./requests.ts";

/** The part of htmx that the shell calls. */
export type Htmx = {
  trigger(element: Element, name: string): unknown;
  process(element: Element): void;
};

/** What htmx's events say of a request; the shell adds for whom it was made. */
export type RequestContext = {
  sourceElement: Element;
  target: Element | string | null;
  request: FragmentRequest;
  fetch?: (url: string, request: FragmentRequest) => Promise<Response>;
  presence?: Presence;
  /** The swap of this request; its target becomes what was swapped in. */
  swap?: Swap;
  /** What it took the place of. */
  replaced?: Element;
};

type Swap = { target: Element | string | null };

type Details = { ctx?: RequestContext; tasks?: Swap[]; error?: unknown };

/** Calls `handle` for each of htmx's events of this name that belongs to a request. */
export function onHtmx(
  name: string,
  handle: (context: RequestContext, details: Details, event: Event) => void,
): void {
  document.addEventListener(name, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const details: Details = event.detail;
    if (details.ctx !== undefined) handle(details.ctx, details, event);
  });
}

/** Marks what acts and what it replaces as busy, or no longer. */
export function setBusy({ sourceElement, target }: RequestContext, isBusy: boolean): void {
  for (const element of [sourceElement, target]) {
    if (element instanceof Element) element.ariaBusy = isBusy ? "true" : null;
  }
}
