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
export type Htmx = { process(element: Element, again?: boolean): void };

// What nothing but htmx acts on: buttons, and the form that the history is narrowed by.
const BUTTONS = "button[hx-get], button[hx-post], [hx-post] [type=submit]";
const FORM = "form[hx-get]";
const OUT_OF_SIGHT_MS = 200;

/** What takes the place of what. */
export type Swap = { target: Element | string | null; fragment: DocumentFragment };

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

/** Keeps what is done while htmx does not act yet. */
export type ClickKeeper = {
  /** Keeps clicks, of several the last one, and what is chosen and typed. */
  keep(): void;
  /** Does what was kept, where it is still there, and keeps no more. */
  repeat(): void;
};

/** Makes what keeps clicks in the sidebar. */
export function createClickKeeper(sidebar: Element): ClickKeeper {
  let clicked: HTMLElement | null = null;
  let changed: HTMLFormElement | null = null;
  const handle = (event: Event) => {
    const { target, type } = event;
    const acting = target instanceof Element && target.closest(type === "click" ? BUTTONS : FORM);
    if (!(acting instanceof HTMLElement)) return;
    // A form that is submitted would leave the page.
    event.preventDefault();
    if (acting instanceof HTMLFormElement) changed = acting;
    else clicked = acting;
  };
  const types = ["click", "input", "submit"];
  return {
    keep() {
      for (const type of types) sidebar.addEventListener(type, handle);
    },
    repeat() {
      for (const type of types) sidebar.removeEventListener(type, handle);
      if (changed?.isConnected) changed.requestSubmit();
      if (clicked?.isConnected) clicked.click();
      changed = clicked = null;
    },
  };
}

/** Marks what acts and what it replaces as busy, or no longer. */
export function setBusy({ sourceElement, target }: RequestContext, isBusy: boolean): void {
  for (const element of [sourceElement, target]) {
    if (element instanceof Element) element.ariaBusy = isBusy ? "true" : null;
  }
}
