import { ids, selectorOf } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";

/** Loads a part again; when that fails, what it shows stays and the problem goes into its notice. */
export function refreshAttributes(part: PartId, path: string): Record<string, string> {
  return {
    "hx-get": path,
    "hx-target": selectorOf(part),
    "hx-swap": "outerHTML",
    // What the recipient says on delivery stands above the events, too.
    ...(part === "recipient" && { "hx-select-oob": selectorOf(ids.eventsVerdict) }),
    "hx-sync": `${selectorOf(part)}:replace`,
    ...noticeAttributes(part),
  };
}

/** Loads what takes the place of the whole sidebar. */
export function sidebarAttributes(path: string): Record<string, string> {
  return {
    "hx-get": path,
    "hx-target": selectorOf(ids.sidebar),
    "hx-swap": "innerHTML",
    "hx-sync": `${selectorOf(ids.sidebar)}:replace`,
  };
}

/** Puts the problem of a failed request into the part's notice, whatever the request was to replace. */
export function noticeAttributes(part: PartId): Record<string, string> {
  return problemAttributes(ids.notice(part));
}

function problemAttributes(place: string): Record<string, string> {
  const problem = `target:${selectorOf(place)} select:.problem swap:innerHTML`;
  return { "hx-status:4xx": problem, "hx-status:5xx": problem };
}

/** Loads a place within a part; when that fails, its problem stands in it. */
export function placeAttributes(id: string, path: string): Record<string, string> {
  return {
    "hx-get": path,
    "hx-target": selectorOf(id),
    "hx-swap": "outerHTML",
    "hx-sync": `${selectorOf(id)}:replace`,
    ...problemAttributes(id),
  };
}
