import * as attributes from "../../contract/attributes.ts";
import { ANNOUNCER_ID } from "../../contract/page.ts";

/** Reads new words aloud once, in the one live region that is there from the start. */
export function announce(text: string): void {
  const announcer = document.getElementById(ANNOUNCER_ID);
  if (announcer === null) return;
  announcer.textContent = "";
  // Screen readers speak of a change: the same words twice are two changes.
  requestAnimationFrame(() => announcer.textContent = text);
}

/** Announces what a fragment has to say, each element once. */
export function createAnnouncements(): () => void {
  const announced = new WeakSet<Element>();
  return () => {
    const news = [...document.querySelectorAll(`[${attributes.announce}]`)]
      .filter((element) => !announced.has(element));
    for (const element of news) announced.add(element);
    // Together, because the next words would take the place of these.
    if (news.length > 0) {
      announce(news.map((element) => element.getAttribute(attributes.announce)).join(". "));
    }
  };
}
