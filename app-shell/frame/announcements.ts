import * as attributes from "../../contract/attributes.ts";
import { ANNOUNCER_ID } from "../../contract/page.ts";

// Long after a screen reader has taken it up; what is left would be read again by whoever walks through the page.
const KEPT_MS = 10_000;

/** Reads words aloud after those before them: the live region is a log, in which nothing takes another's place. */
export function announce(text: string): void {
  const line = document.createElement("p");
  line.textContent = text;
  document.getElementById(ANNOUNCER_ID)?.append(line);
  setTimeout(() => line.remove(), KEPT_MS);
}

/** Takes back what may not have been read yet. */
export function silence(): void {
  document.getElementById(ANNOUNCER_ID)?.replaceChildren();
}

/** Announces what a fragment has to say, each element once. */
export function createAnnouncements(): () => void {
  const announced = new WeakSet<Element>();
  return () => {
    for (const element of document.querySelectorAll(`[${attributes.announce}]`)) {
      if (announced.has(element)) continue;
      announced.add(element);
      announce(element.getAttribute(attributes.announce) ?? "");
    }
  };
}
