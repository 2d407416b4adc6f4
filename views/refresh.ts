import { ids, selectorOf } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";
import { paths } from "../contract/paths.ts";

/** Loads a part again; when that fails, what it shows stays and the problem goes into its notice. */
export function refreshAttributes(part: PartId, path: string): Record<string, string> {
  return {
    ...loadingAttributes(part, path, ids.notice(part)),
    // What the list is narrowed by stays.
    ...(part === "communications" && { "hx-include": selectorOf(ids.toolbar) }),
  };
}

/** Loads the history without what narrows it. */
export function wholeHistoryAttributes(): Record<string, string> {
  return loadingAttributes("communications", paths.communications(), ids.notice("communications"));
}

/** Loads a place within a part; when that fails, its problem stands in it. */
export function placeAttributes(id: string, path: string): Record<string, string> {
  return loadingAttributes(id, path, id);
}

function loadingAttributes(id: string, path: string, problemId: string): Record<string, string> {
  return {
    "hx-get": path,
    "hx-target": selectorOf(id),
    "hx-swap": "outerHTML",
    "hx-sync": `${selectorOf(id)}:replace`,
    ...problemAttributes(problemId),
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

/** The same for a form at this place whose other answers, refusals too, are the form again. */
export function formNoticeAttributes(place: string): Record<string, string> {
  const problem = problemInto(ids.notice(place));
  return { "hx-status:401": problem, "hx-status:500": problem };
}

function problemAttributes(id: string): Record<string, string> {
  const problem = problemInto(id);
  return { "hx-status:4xx": problem, "hx-status:5xx": problem };
}

function problemInto(id: string): string {
  return `target:${selectorOf(id)} select:.problem swap:innerHTML`;
}
