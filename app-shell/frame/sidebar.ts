import { news } from "../../contract/attributes.ts";
import {
  ACTIVATED_EVENT,
  AGENT_PASS_META,
  EVENTS_RENEWAL,
  INSERT_REFUSED,
  INSERT_TEXT,
  PROBLEM_CONNECTION_ID,
  PROBLEM_EXPIRED_ID,
  PROBLEM_REQUESTER_ID,
  PROBLEM_SESSION_ID,
  SESSION_KEY_META,
  SETTINGS_META,
  SIDEBAR_ID,
} from "../../contract/page.ts";
import {
  copyOnClick,
  insertOnClick,
  leadOnClick,
  noteOnClick,
  openTicketOnClick,
} from "./agent_clicks.ts";
import { createAnnouncements, silence } from "./announcements.ts";
import { guardPanels } from "./event_panels.ts";
import { createFocusKeeper } from "./focus.ts";
import { createPassingTime } from "./passing_time.ts";
import { createClickKeeper, type Htmx, onHtmx, setBusy } from "./htmx.ts";
import { fitsNarrowing, keepFold } from "./narrowing.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createRequests } from "./requests.ts";
import { createSessionKeeper, SessionError } from "./session.ts";
import { createShowing } from "./showing.ts";
import {
  isPlace,
  noticeOf,
  placeForProblem,
  repeat,
  showSkeleton,
  showTemplate,
} from "./templates.ts";
import { createHeightKeeper, followColorScheme } from "./tray.ts";
import { createPlaceReader, RequesterError, type ZafClient, type ZafSdk } from "./zaf.ts";

// Zendesk tells of a new requester's id and address one after the other.
const SETTLE_MS = 30;

// While nothing is under way, and nothing says what failed: "Try again" has to post the same form.
const QUIET_RENEWAL = `section:not(:has(.notice > *, [aria-busy])) > #${EVENTS_RENEWAL}`;

/** Starts the sidebar in Zendesk's iframe; outside of Zendesk it says so. */
export function startShell(sdk: ZafSdk, loadHtmx: () => Promise<Htmx>): void {
  const client = sdk.init();
  const sidebar = document.getElementById(SIDEBAR_ID);
  if (sidebar === null) return;
  if (client !== false) return run(client, loadHtmx, sidebar);
  showTemplate(sidebar, PROBLEM_REQUESTER_ID, reload);
}

function run(client: ZafClient, loadHtmx: () => Promise<Htmx>, sidebar: HTMLElement): void {
  let present = createPresence();
  const sessions = createSessionKeeper({
    client,
    agentPass: metaContent(AGENT_PASS_META),
    key: metaContent(SESSION_KEY_META),
    settings: metaContent(SETTINGS_META),
  });
  const { fetchSidebar, fetchFor } = createRequests({ client, sessions, present: () => present });
  const announceNews = createAnnouncements();
  const passTime = createPassingTime();
  const came = () => {
    announceNews();
    passTime();
  };
  const focus = createFocusKeeper();
  const writeNotes = noteOnClick(sidebar, client);
  const clicks = createClickKeeper(sidebar);
  const height = createHeightKeeper(client);
  const readPlace = createPlaceReader(client, () => follow(SETTLE_MS));
  const show = createShowing({
    sidebar,
    present: () => present,
    focus,
    height,
    came,
    htmx: startHtmx,
  });
  let htmx: Promise<Htmx> | undefined;

  /** Takes the old person off the screen first, then finds out who the new one is. */
  async function follow(settleMs = 0): Promise<void> {
    present.left.abort();
    const presence = present = createPresence();
    focus.before(sidebar);
    showSkeleton(sidebar);
    silence();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (present === presence) await load(presence);
  }

  async function load(presence: Presence): Promise<void> {
    try {
      presence.place = await readPlace();
    } catch {
      if (present === presence) showProblem(sidebar, PROBLEM_REQUESTER_ID, follow);
      return;
    }
    // It is on its way, and not waited for: meanwhile Zendesk is asked the rest.
    if (present === presence) ask(presence);
  }

  async function ask(presence: Presence): Promise<void> {
    try {
      const html = await fetchSidebar(presence);
      if (present !== presence) return;
      clicks.keep();
      await show(presence, html);
      await act(presence);
    } catch (error) {
      if (present === presence) tell(error, sidebar, follow);
    }
  }

  async function act(presence: Presence): Promise<void> {
    const running = await startHtmx().catch(() => null);
    if (present !== presence) return;
    // The browser remembers that it failed: only a new page asks again.
    if (running === null) return showProblem(sidebar, PROBLEM_CONNECTION_ID, reload);
    running.process(sidebar);
    clicks.repeat();
  }

  /** As if it had just come. */
  async function loadAgain(place: Element): Promise<void> {
    (await startHtmx()).process(place, true);
  }

  function startHtmx(): Promise<Htmx> {
    return htmx ??= loadHtmx();
  }

  function tell(error: unknown, place: Element, again: () => void): void {
    const template = templateOf(error);
    showProblem(place, template, template === PROBLEM_EXPIRED_ID ? reload : again);
  }

  function showProblem(place: Element, template: string, again?: () => void): void {
    focus.before(place);
    showTemplate(place, template, again);
    focus.after(place);
    announceNews();
  }

  onHtmx("htmx:config:request", (context, _, event) => {
    // A tab in the back has no height, and nobody to look for.
    const isHidden = document.body.offsetHeight === 0;
    if (isHidden && context.sourceElement.hasAttribute(news)) return event.preventDefault();
    const presence = context.presence = present;
    context.fetch = (url, request) => fetchFor(presence, url, request);
  });
  onHtmx("htmx:before:request", (context) => setBusy(context, true));
  onHtmx("htmx:finally:request", (context) => {
    // What took its place goes on.
    const isReplaced = context.request.signal?.reason?.name === "AbortError";
    if (context.presence === present && !isReplaced) setBusy(context, false);
  });
  onHtmx("htmx:before:swap", (context, { tasks = [] }, event) => {
    if (context.presence !== present) return event.preventDefault();
    const [swap] = tasks;
    if (!(swap?.target instanceof Element)) return;
    // What else came with it is taken.
    if (!fitsNarrowing(context, swap)) return void tasks.shift();
    keepFold(context, swap);
    context.swap = swap;
    context.replaced = swap.target;
    focus.before(swap.target);
  });
  onHtmx("htmx:after:swap", ({ swap, replaced }) => {
    if (swap?.target instanceof Element) focus.after(swap.target, replaced);
    came();
    writeNotes();
  });
  onHtmx("htmx:error", (context, { error }) => {
    if (context.presence !== present) return;
    const place = placeForProblem(context, sidebar);
    tell(error, place, () => {
      if (isPlace(place)) loadAgain(place);
      else repeat(context.sourceElement, place, follow);
    });
  });
  guardPanels(sidebar);
  copyOnClick(sidebar);
  leadOnClick(sidebar);
  openTicketOnClick(sidebar, client);
  insertOnClick(sidebar, {
    client,
    ticketId: () => present.place?.ticket.id ?? "",
    refused(button, sentence) {
      showProblem(noticeOf(button) ?? sidebar, INSERT_REFUSED);
      document.getElementById(INSERT_TEXT)?.append(sentence);
    },
  });
  // Sign in while Zendesk still says who the requester is; a failure shows with the first request.
  sessions.get().catch(() => {});
  // The page came with its skeleton. All else that is asked of Zendesk waits until the first request is on its way.
  load(present).then(() => {
    followColorScheme(client);
    height.follow();
    client.on("app.activated", () => {
      height.follow();
      const renewal = sidebar.querySelector(QUIET_RENEWAL);
      renewal?.dispatchEvent(new Event(ACTIVATED_EVENT));
    });
    // While the answer is waited for; a failure shows when it is there.
    startHtmx().catch(() => {});
  });
}

function templateOf(error: unknown): string {
  if (error instanceof SessionError) {
    return error.isExpired ? PROBLEM_EXPIRED_ID : PROBLEM_SESSION_ID;
  }
  return error instanceof RequesterError ? PROBLEM_REQUESTER_ID : PROBLEM_CONNECTION_ID;
}

/** Zendesk's form is posted once more; what it signed may have run out since, and then the answer says so. */
function reload(): void {
  location.reload();
}

function metaContent(name: string): string {
  return document.querySelector(`meta[name=${name}]`)?.getAttribute("content") ?? "";
}
