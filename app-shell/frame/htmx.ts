import type { Presence } from "./presence.ts";
import type { FragmentRequest } from "./requests.ts";

/** What htmx's events say of a request; the shell adds for whom it was made. */
export type RequestContext = {
  sourceElement: Element;
  target: Element | string | null;
  request: FragmentRequest & { action: string };
  fetch?: (url: string, request: FragmentRequest) => Promise<Response>;
  presence?: Presence;
  /** The swap of this request; its target becomes what was swapped in. */
  swap?: Swap;
  /** What it took the place of. */
  replaced?: Element;
};

/** The part of htmx that the shell calls. */
export type Htmx = { process(element: Element): void };

// What nothing but htmx acts on.
const ACTING = "[hx-get], button[hx-post], [hx-post] [type=submit]";
const OUT_OF_SIGHT_MS = 200;

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

/** Resolves when what was put into the page has been drawn, or cannot be because it is out of sight. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, OUT_OF_SIGHT_MS);
  });
}

/** What a click does before htmx is there waits for it; the last one counts. */
export function keepClicks(sidebar: Element): () => void {
  let clicked: HTMLElement | null = null;
  const keep = (event: Event) => {
    const button = event.target instanceof Element && event.target.closest(ACTING);
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    clicked = button;
  };
  sidebar.addEventListener("click", keep);
  return () => {
    sidebar.removeEventListener("click", keep);
    if (clicked?.isConnected) clicked.click();
  };
}

/** Marks what acts and what it replaces as busy, or no longer. */
export function setBusy({ sourceElement, target }: RequestContext, isBusy: boolean): void {
  for (const element of [sourceElement, target]) {
    if (element instanceof Element) element.ariaBusy = isBusy ? "true" : null;
  }
}
