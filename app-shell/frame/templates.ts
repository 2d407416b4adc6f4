import { NOTICE_SUFFIX, REFRESH_SUFFIX, RETRY_PREFIX, SKELETON_ID } from "../../contract/page.ts";
import type { RequestContext } from "./htmx.ts";

/** Takes whatever the sidebar shows off the screen. */
export function showSkeleton(sidebar: Element): void {
  showTemplate(sidebar, SKELETON_ID);
  sidebar.ariaBusy = "true";
}

/** Shows a template of the page in `place`; its "Try again" does `again`, once. */
export function showTemplate(place: Element, id: string, again?: () => void): void {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return;
  place.replaceChildren(template.content.cloneNode(true));
  place.ariaBusy = null;
  const retry = place.querySelector(`button[id^=${RETRY_PREFIX}]`);
  if (again) retry?.addEventListener("click", () => again(), { once: true });
}

/** What an answer has for the place that asked for it; what it has for others takes their place, as htmx has it. */
export function openAnswer(html: string): DocumentFragment {
  const answer = document.createElement("template");
  answer.innerHTML = html;
  for (const other of answer.content.querySelectorAll("[hx-swap-oob=true]")) {
    document.getElementById(other.id)?.replaceWith(other);
  }
  return answer.content;
}

/** Where a problem of what the element belongs to goes. */
export function noticeOf(element: Element): Element | null | undefined {
  return [element.closest("form"), element.closest("section")]
    .map((part) => part?.querySelector(`[id$=${NOTICE_SUFFIX}]`)).find(Boolean);
}

/** Whether this is a place within a part that loads itself: it has nothing to keep when that fails. */
export function isPlace(element: Element): boolean {
  return element.matches("div[hx-get]");
}

/** Where the problem of a request goes: what a part shows stays, and its notice says it. */
export function placeForProblem(
  { target, sourceElement }: RequestContext,
  sidebar: Element,
): Element {
  const isPart = target instanceof Element && target.isConnected && target !== sidebar;
  if (isPart && isPlace(target)) return target;
  const acting = isPart ? target : sourceElement;
  return noticeOf(acting) ?? acting.closest("section") ?? sidebar;
}

/** Does again what failed; what loads by itself is loaded with its part. */
export function repeat(source: Element, place: Element, loadAll: () => void): void {
  const refresh = place.closest("section")?.querySelector(`[id$=${REFRESH_SUFFIX}]`);
  const button = source instanceof HTMLButtonElement && source.isConnected ? source : refresh;
  if (source instanceof HTMLFormElement) source.requestSubmit();
  else if (button instanceof HTMLButtonElement) button.click();
  else loadAll();
}
