import * as attributes from "../../contract/attributes.ts";
import type { ZafClient } from "./zaf.ts";

const MOST_PAUSED_MS = 150;

/** Keeps the iframe as high as its content. */
export type HeightKeeper = {
  /** Tells Zendesk how high it is, and whenever that changes; again, for what was hidden is forgotten. */
  follow(): void;
  /** For a moment at most, in which more comes: each new height has both pages laid out again. */
  pause(): void;
};

/** Makes what keeps the iframe as high as its content. */
export function createHeightKeeper(client: ZafClient): HeightKeeper {
  let height = 0;
  const resize = () => {
    const next = Math.ceil(document.body.getBoundingClientRect().height);
    if (next === 0 || next === height) return;
    height = next;
    // A tray that is closing no longer answers.
    client.invoke("resize", { width: "100%", height: `${height}px` }).catch(() => {});
  };
  const observer = new ResizeObserver(resize);
  let paused: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    clearTimeout(paused);
    height = 0;
    // It says how high that is even if it has not changed.
    observer.observe(document.body);
  }

  function pause(): void {
    observer.disconnect();
    clearTimeout(paused);
    paused = setTimeout(follow, MOST_PAUSED_MS);
  }

  return { follow, pause };
}

/** Follows Zendesk's light and dark; the first paint has it from the page itself. */
export function followColorScheme(client: ZafClient): void {
  client.on("colorScheme.changed", (scheme) => {
    const name = scheme === "dark" ? "dark" : "light";
    document.documentElement.setAttribute(attributes.colorScheme, name);
    document.querySelector("meta[name=color-scheme]")?.setAttribute("content", name);
  });
}
