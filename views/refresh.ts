import { ids, selectorOf } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";

/** Loads a part again; when that fails, what it shows stays and the problem goes into its notice. */
export function refreshAttributes(part: PartId, path: string): Record<string, string> {
  return {
    "hx-get": path,
    "hx-target": selectorOf(part),
    "hx-swap": "outerHTML",
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
  const notice = `target:${selectorOf(ids.notice(part))} select:.problem swap:innerHTML`;
  return { "hx-status:4xx": notice, "hx-status:5xx": notice };
}
