import { copyOnClick, insertOnClick } from "./agent_clicks.ts";
import {
  announce,
  createAnnouncements,
  createFocusKeeper,
  followColorScheme,
  followHeight,
} from "./page.ts";
import { createFetch, createPresence, type Presence } from "./requests.ts";
import { createSessionKeeper, openStorage, SessionError } from "./session.ts";
import { readPlace, watchPlace, type ZafClient, type ZafSdk } from "./zaf.ts";

/** The part of htmx that the shell calls. */
export type Htmx = {
  trigger(element: Element, name: string): unknown;
  process(element: Element): void;
};

/** What htmx's events carry; the shell adds for whom the request was made. */
type RequestContext = {
  sourceElement: Element;
  target: Element | string | null;
  request: RequestInit & { headers: Record<string, string> };
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  presence?: Presence;
  /** The swap of this request; its target becomes what was swapped in. */
  swap?: Swap;
  /** What it took the place of. */
  replaced?: Element;
};

type Swap = { target: Element | string | null };

type Details = { ctx?: RequestContext; tasks?: Swap[]; error?: unknown };

// Zendesk tells of a new requester's id and address one after the other.
const SETTLE_MS = 30;
const NOTICE = "[id$=-notice]";

function metaContent(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
}

/** Starts the sidebar in Zendesk's iframe; outside of Zendesk it says so. */
export function startShell(sdk: ZafSdk, htmx: Htmx): void {
  const client = sdk.init();
  const sidebar = document.getElementById("sidebar");
  if (sidebar === null) return;
  if (client === false) return showTemplate(sidebar, "problem-session", () => location.reload());
  run(client, htmx, sidebar);
}

function run(client: ZafClient, htmx: Htmx, sidebar: HTMLElement): void {
  let present = createPresence();
  const sessions = createSessionKeeper({
    client,
    agentPass: metaContent("agent-pass"),
    key: metaContent("session-key"),
    storage: openStorage(),
  });
  const fetchFor = createFetch({ client, sessions, present: () => present });
  const announceNews = createAnnouncements();
  const focus = createFocusKeeper();

  /** Takes the old person off the screen first, then finds out who the new one is. */
  async function follow(settleMs = 0): Promise<void> {
    const presence = present = createPresence();
    focus.before(sidebar);
    showSkeleton(sidebar);
    announce("");
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (present === presence) await load(presence);
  }

  async function load(presence: Presence): Promise<void> {
    try {
      presence.place = await readPlace(client);
    } catch {
      if (present === presence) showProblem(sidebar, "problem-connection", () => follow());
      return;
    }
    if (present !== presence) return;
    // Zendesk may answer before htmx has looked at the page, which it does in a timer.
    htmx.process(sidebar);
    htmx.trigger(sidebar, "requester");
  }

  function showProblem(place: Element, template: string, again: () => void): void {
    focus.before(place);
    showTemplate(place, template, again);
    focus.after(place);
    announceNews();
  }

  onHtmx("htmx:config:request", (context) => {
    const presence = context.presence = present;
    context.fetch = (url, init) => fetchFor(presence, url, init);
  });
  onHtmx("htmx:before:request", (context) => setBusy(context, true));
  onHtmx("htmx:finally:request", (context) => {
    // What took its place goes on.
    const isReplaced = context.request.signal?.reason?.name === "AbortError";
    if (context.presence === present && !isReplaced) setBusy(context, false);
  });
  onHtmx("htmx:before:swap", (context, { tasks: [swap] = [] }, event) => {
    if (context.presence !== present) return event.preventDefault();
    if (!(swap?.target instanceof Element)) return;
    context.swap = swap;
    context.replaced = swap.target;
    focus.before(swap.target);
  });
  onHtmx("htmx:after:swap", ({ swap, replaced }) => {
    if (swap?.target instanceof Element) focus.after(swap.target, replaced);
    announceNews();
  });
  onHtmx("htmx:error", (context, { error }) => {
    if (context.presence !== present) return;
    const template = error instanceof SessionError ? "problem-session" : "problem-connection";
    const place = placeForProblem(context, sidebar);
    showProblem(place, template, () => repeat(context.sourceElement, place, () => follow()));
  });
  copyOnClick(sidebar);
  insertOnClick(sidebar, client, () => present.place?.ticket.id ?? "");
  // Sign in while Zendesk still says who the requester is; a failure shows with the first request.
  sessions.get().catch(() => {});
  watchPlace(client, () => follow(SETTLE_MS));
  // The page came with its skeleton. All else that is asked of Zendesk waits until the first request is on its way.
  load(present).then(() => {
    followColorScheme(client);
    followHeight(client);
  });
}

function onHtmx(
  name: string,
  handle: (context: RequestContext, details: Details, event: Event) => void,
): void {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<Details>;
    if (detail.ctx !== undefined) handle(detail.ctx, detail, event);
  });
}

function setBusy({ sourceElement, target }: RequestContext, busy: boolean): void {
  for (const element of [sourceElement, target]) {
    if (!(element instanceof Element)) continue;
    if (busy) element.setAttribute("aria-busy", "true");
    else element.removeAttribute("aria-busy");
  }
}

/** What a part shows stays: the problem goes into its notice. */
function placeForProblem({ target, sourceElement }: RequestContext, sidebar: HTMLElement): Element {
  const isPart = target instanceof Element && target.isConnected && target !== sidebar;
  const acting = isPart ? target : sourceElement;
  const section = acting.closest("section");
  const notices = [acting.closest("form"), section].map((part) => part?.querySelector(NOTICE));
  return notices.find(Boolean) ?? section ?? sidebar;
}

/** Does again what failed; what loads by itself is loaded with its part. */
function repeat(source: Element, place: Element, follow: () => void): void {
  const refresh = place.closest("section")?.querySelector("[id$=-refresh]");
  const button = source instanceof HTMLButtonElement && source.isConnected ? source : refresh;
  if (source instanceof HTMLFormElement) source.requestSubmit();
  else if (button instanceof HTMLButtonElement) button.click();
  else follow();
}

function showSkeleton(sidebar: HTMLElement): void {
  showTemplate(sidebar, "skeleton", () => {});
  sidebar.setAttribute("aria-busy", "true");
}

function showTemplate(place: Element, id: string, again: () => void): void {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return;
  place.replaceChildren(template.content.cloneNode(true));
  place.removeAttribute("aria-busy");
  place.querySelector("button[id^=retry-]")?.addEventListener("click", () => again(), {
    once: true,
  });
}
