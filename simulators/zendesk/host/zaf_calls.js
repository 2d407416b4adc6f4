// @ts-check
import { showToast } from "./toast.js";

/** @typedef {import("./tab.js").Tab} Tab */

/** What apps may have the page do. @type {Record<string, (tab: Tab, args: any[]) => unknown>} */
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

/** What apps may change. @type {Record<string, (tab: Tab, value: any) => unknown>} */
export const SETS = {
  "ticket.subject": (tab, value) => tab.changeSubject(String(value)),
  "ticket.requester": (tab, value) => tab.changeRequester(tab.findRequesterId(value)),
};

/** @param {Tab} tab @param {any[]} args */
function insert(tab, [text]) {
  tab.insertReply(String(text));
}

/** Does one; throws for a name there is none of. @param {Tab} tab @param {string} path @param {unknown[]} args */
export function performInvoke(tab, path, args) {
  return find(INVOKES, tab, path)(tab, args);
}

/** Sets one; throws for a name there is none of. @param {Tab} tab @param {string} path @param {unknown} value */
export function performSet(tab, path, value) {
  return find(SETS, tab, path)(tab, value);
}

/**
 * @template F @param {Record<string, F>} table @param {Tab} tab @param {string} path
 * @returns {F}
 */
function find(table, tab, path) {
  const call = Object.hasOwn(table, path) ? table[path] : undefined;
  const elsewhere = path.startsWith("ticket.") && tab.place.kind === "user";
  if (call === undefined || elsewhere) throw new Error("No such Api");
  return call;
}
