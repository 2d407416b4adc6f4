import { HISTORY_PATH } from "../../contract/page.ts";
import type { FocusKeeper } from "./focus.ts";
import { drawn, type Htmx } from "./htmx.ts";
import type { Presence } from "./presence.ts";
import { openAnswer } from "./templates.ts";
import type { HeightKeeper } from "./tray.ts";

/** What an answer is shown with. */
export type ShowingOptions = {
  sidebar: Element;
  /** The presence of this moment. */
  present: () => Presence;
  focus: FocusKeeper;
  height: HeightKeeper;
  /** Called when something has come. */
  came: () => void;
  /** htmx, once it is loaded. */
  htmx: () => Promise<Htmx>;
};

// The history that Agillic has answered at the same time is right behind the rest.
const BEHIND_MS = 30;

const HISTORY_PLACE = `section[hx-get="${HISTORY_PATH}"]`;

/** Makes what puts the sidebar's answer into the page without htmx, which is loaded meanwhile and goes on from there. */
export function createShowing(
  { sidebar, present, focus, height, came, htmx }: ShowingOptions,
): (presence: Presence, html: string) => Promise<void> {
  /** When it comes right behind the rest or before htmx; else its place asks for it. */
  async function showHistory(presence: Presence): Promise<void> {
    const pause = new Promise((resolve) => setTimeout(resolve, BEHIND_MS));
    const later = Promise.all([htmx(), pause]).then(() => null);
    const behind = await Promise.race([presence.history, later]).catch(() => null);
    const place = sidebar.querySelector(HISTORY_PLACE);
    if (behind === null || place === null || present() !== presence) return;
    presence.history = null;
    focus.before(place);
    const part = openAnswer(behind.html);
    const section = part.querySelector("section") ?? sidebar;
    place.replaceWith(part);
    focus.after(section, place);
    came();
    await drawn();
  }

  return async (presence, html) => {
    height.pause();
    sidebar.replaceChildren(openAnswer(html));
    sidebar.ariaBusy = null;
    focus.after(sidebar);
    came();
    await drawn();
    await showHistory(presence);
    height.follow();
  };
}
