import { ids, selectorOf } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";
import { paths } from "../contract/paths.ts";

/** Loads a part again; when that fails, what it shows stays and the problem goes into its notice. */
export function refreshAttributes(part: PartId, path: string): Record<string, string> {
  return {
    "hx-get": path,
    "hx-target": selectorOf(part),
    "hx-swap": "outerHTML",
    // What the list is narrowed by stays.
    ...(part === "communications" && { "hx-include": selectorOf(ids.toolbar) }),
    "hx-sync": `${selectorOf(part)}:replace`,
    ...noticeAttributes(part),
  };
}

/** Loads the history without what narrows it. */
export function wholeHistoryAttributes(): Record<string, string> {
  return {
    "hx-get": paths.communications(),
    "hx-target": selectorOf("communications"),
    "hx-swap": "outerHTML",
    "hx-sync": `${selectorOf("communications")}:replace`,
    ...noticeAttributes("communications"),
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

/** Loads the sidebar of the recipient with this sealed name. */
export function choosingAttributes(sealed: string): Record<string, string> {
  return {
    ...sidebarAttributes(paths.sidebar),
    "hx-headers": JSON.stringify({ Recipient: sealed }),
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
