import type { ZafClient } from "./zaf.ts";

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
    for (const element of document.querySelectorAll<HTMLElement>("[data-announce]")) {
      if (announced.has(element)) continue;
      announced.add(element);
      announce(element.dataset.announce ?? "");
    }
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
