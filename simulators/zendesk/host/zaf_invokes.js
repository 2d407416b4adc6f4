// @ts-check
/// <reference lib="dom" />
import { showToast } from "./toast.js";

/** @typedef {import("./tab.js").Tab} Tab */

/** What apps may have the page do; `COVERAGE.invokes` lists the same names. @type {Record<string, (tab: Tab, args: any[]) => unknown>} */
export const INVOKES = {
  resize(tab, [size]) {
    if (size?.height !== undefined) tab.frame?.resize(size.height);
  },
  notify(_tab, [message, kind, ms]) {
    showToast(message, kind, ms);
  },
  routeTo(tab, [kind, id]) {
    if (kind === "ticket" && id === "new") {
      tab.workspace.open({ kind: "new_ticket", id: Date.now() });
    } else if (kind === "ticket" || kind === "user") tab.workspace.open({ kind, id: Number(id) });
    else throw new Error(`Cannot route to ${kind}`);
  },
  // The SDK counts its own calls with this one, and waits for the answer.
  track: () => undefined,
  "ticket.editor.insert": insert,
  "ticket.comment.appendText": insert,
};

/** @param {Tab} tab @param {any[]} args */
function insert(tab, [text]) {
  if (tab.place.kind === "user") throw new Error("No such Api");
  tab.insertReply(String(text));
}

/** Does one; throws for a name there is none of. @param {Tab} tab @param {string} path @param {unknown[]} args */
export function performInvoke(tab, path, args) {
  const invoke = Object.hasOwn(INVOKES, path) ? INVOKES[path] : undefined;
  if (invoke === undefined) throw new Error("No such Api");
  return invoke(tab, args);
}
