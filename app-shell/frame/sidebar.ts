import {
  AGENT_PASS_META,
  INSERT_REFUSED_ID,
  INSERT_TEXT_ID,
  PROBLEM_CONNECTION_ID,
  PROBLEM_EXPIRED_ID,
  PROBLEM_SESSION_ID,
  PROBLEM_ZENDESK_ID,
  SESSION_KEY_META,
  SETTINGS_META,
  SIDEBAR_ID,
  SIDEBAR_PATH,
} from "../../contract/page.ts";
import { copyOnClick, insertOnClick } from "./agent_clicks.ts";
import { createAnnouncements, silence } from "./announcements.ts";
import { createFocusKeeper } from "./focus.ts";
import { drawn, keepClicks, loadHtmx, onHtmx, setBusy } from "./htmx.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createFetch } from "./requests.ts";
import { createSessionKeeper, SessionError } from "./session.ts";
import { noticeOf, placeForProblem, repeat, showSkeleton, showTemplate } from "./templates.ts";
import { followColorScheme, followHeight } from "./tray.ts";
import { readPlace, watchPlace, type ZafClient, type ZafSdk } from "./zaf.ts";

// Zendesk tells of a new requester's id and address one after the other.
const SETTLE_MS = 30;

/** Starts the sidebar in Zendesk's iframe; outside of Zendesk it says so. */
export function startShell(sdk: ZafSdk): void {
  const client = sdk.init();
  const sidebar = document.getElementById(SIDEBAR_ID);
  if (sidebar === null) return;
  if (client !== false) return run(client, sidebar);
  showTemplate(sidebar, PROBLEM_ZENDESK_ID, reload);
}

function run(client: ZafClient, sidebar: Element): void {
  let present = createPresence();
  const sessions = createSessionKeeper({
    client,
    agentPass: metaContent(AGENT_PASS_META),
    key: metaContent(SESSION_KEY_META),
    settings: metaContent(SETTINGS_META),
  });
  const fetchFor = createFetch({ client, sessions, present: () => present });
  const announceNews = createAnnouncements();
  const focus = createFocusKeeper();
  const clicks = keepClicks(sidebar);

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
      presence.place = await readPlace(client);
    } catch {
      if (present === presence) showProblem(sidebar, PROBLEM_ZENDESK_ID, follow);
      return;
    }
    if (present !== presence) return;
    try {
      const answer = await fetchFor(presence, SIDEBAR_PATH, { headers: {} });
      const html = await answer.text();
      if (present === presence) await show(presence, html);
    } catch (error) {
      if (present === presence) tell(error, sidebar, follow);
    }
  }

  /** Without htmx, which comes when this is drawn, and goes on from there. */
  async function show(presence: Presence, html: string): Promise<void> {
    sidebar.innerHTML = html;
    sidebar.removeAttribute("aria-busy");
    focus.after(sidebar);
    announceNews();
    await drawn();
    const htmx = await loadHtmx();
    if (present !== presence) return;
    htmx.process(sidebar);
    clicks.repeat();
  }

  function tell(error: unknown, place: Element, again: () => void): void {
    if (!(error instanceof SessionError)) showProblem(place, PROBLEM_CONNECTION_ID, again);
    else if (error.isExpired) showProblem(place, PROBLEM_EXPIRED_ID, reload);
    else showProblem(place, PROBLEM_SESSION_ID, again);
  }

  function showProblem(place: Element, template: string, again?: () => void): void {
    focus.before(place);
    showTemplate(place, template, again);
    focus.after(place);
    announceNews();
  }

  onHtmx("htmx:config:request", (context) => {
    const presence = context.presence = present;
    context.fetch = (url, request) => fetchFor(presence, url, request);
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
    const place = placeForProblem(context, sidebar);
    tell(error, place, () => repeat(context.sourceElement, place, follow));
  });
  copyOnClick(sidebar);
  insertOnClick(sidebar, client, () => present.place?.ticket.id ?? "", (button, sentence) => {
    showProblem(noticeOf(button) ?? sidebar, INSERT_REFUSED_ID);
    document.getElementById(INSERT_TEXT_ID)?.append(sentence);
  });
  // Sign in while Zendesk still says who the requester is; a failure shows with the first request.
  sessions.get().catch(() => {});
  watchPlace(client, () => follow(SETTLE_MS));
  // The page came with its skeleton. All else that is asked of Zendesk waits until the first request is on its way.
  load(present).then(() => {
    followColorScheme(client);
    followHeight(client);
  });
}

/** Zendesk's form is posted once more; what it signed may have run out since, and then the answer says so. */
function reload(): void {
  location.reload();
}

function metaContent(name: string): string {
  return document.querySelector(`meta[name=${name}]`)?.getAttribute("content") ?? "";
}
