// @ts-check
import { element } from "./dom.js";

const MAX_ENTRIES = 200;

/**
 * Notes what passed between app and page: names of paths and events, never a value.
 * @param {string} place @param {string} kind @param {string} what
 */
export function logMessage(place, kind, what) {
  const list = element("zaf-messages");
  const item = document.createElement("li");
  Object.assign(item.dataset, { place, kind });
  item.textContent = `${place} ${kind} ${what}`;
  list.append(item);
  while (list.childElementCount > MAX_ENTRIES) list.firstElementChild?.remove();
}
