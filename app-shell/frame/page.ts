import type { ZafClient } from "./zaf.ts";

// A part's heading, the first of further rows, or the way out of a problem.
const NEXT = '[tabindex="-1"], button';

/** Reads new words aloud once, in the one live region that is there from the start. */
export function announce(text: string): void {
  const announcer = document.getElementById("announcer");
  if (announcer === null) return;
  announcer.textContent = "";
  // Screen readers speak of a change: the same words twice are two changes.
  requestAnimationFrame(() => announcer.textContent = text);
}

/** Announces what a fragment has to say, each element once. */
export function createAnnouncements(): () => void {
  const announced = new WeakSet<Element>();
  return () => {
    const news = [...document.querySelectorAll<HTMLElement>("[data-announce]")]
      .filter((element) => !announced.has(element));
    for (const element of news) announced.add(element);
    // Together, for the next words take the place of these.
    if (news.length > 0) announce(news.map((element) => element.dataset.announce).join(". "));
  };
}

/** Where the focus goes when what had it is taken away. */
export type FocusKeeper = {
  /** Before `place`, or what is in it, is replaced. */
  before(place: Element): void;
  /** When `next` has come in the place of `place`. */
  after(next: Element, place?: Element): void;
};

/** Leads a lost focus on to what came; while the agent is elsewhere in Zendesk it is not ours to take. */
export function createFocusKeeper(): FocusKeeper {
  // By place: another part that comes meanwhile must not take the focus that this one lost.
  const lost = new WeakSet<Element>();
  return {
    before(place) {
      const focused = document.activeElement;
      // Some browsers remember it for a frame that is left; putting it back would take it from the reply.
      if (!document.hasFocus() && focused instanceof HTMLElement) focused.blur();
      else if (focused !== document.body && place.contains(focused)) lost.add(place);
    },
    after(next, place = next) {
      const had = lost.delete(place);
      const isLost = document.activeElement === document.body;
      const heir = next.matches(NEXT) ? next : isLost && next.querySelector(NEXT);
      if (had && document.hasFocus() && heir instanceof HTMLElement) heir.focus();
    },
  };
}

/** Keeps the iframe as high as its content, also after it was hidden. */
export function followHeight(client: ZafClient): void {
  let height = 0;
  const resize = (force: boolean) => {
    const next = Math.ceil(document.body.getBoundingClientRect().height);
    if (next === 0 || (next === height && !force)) return;
    height = next;
    // A tray that is closing no longer answers.
    client.invoke("resize", { width: "100%", height: `${height}px` }).catch(() => {});
  };
  new ResizeObserver(() => resize(false)).observe(document.body);
  client.on("app.activated", () => resize(true));
}

/** Follows Zendesk's light and dark; the first paint has it from the page itself. */
export function followColorScheme(client: ZafClient): void {
  client.on("colorScheme.changed", (scheme) => {
    const name = scheme === "dark" ? "dark" : "light";
    document.documentElement.dataset.colorScheme = name;
    document.querySelector("meta[name=color-scheme]")?.setAttribute("content", name);
  });
}

/** Puts a text on the clipboard; false when the browser does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // An iframe has the clipboard only when its host allows it; the older way needs no permission.
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
