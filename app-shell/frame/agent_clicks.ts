import * as attributes from "../../contract/attributes.ts";
import { announce } from "./announcements.ts";
import { copyText } from "./clipboard.ts";
import type { ZafClient } from "./zaf.ts";

const DONE_MS = 2_000;

function onClick(root: Element, attribute: string, handle: (button: Element) => void): void {
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(`[${attribute}]`) : null;
    if (button !== null) handle(button);
  });
}

function read(element: Element | null, attribute: string): string {
  return element?.getAttribute(attribute) ?? "";
}

/** Shows on the button itself how it went, and says it; the words are around it. */
function report(button: Element, isDone: boolean): void {
  button.setAttribute(attributes.state, isDone ? "done" : "failed");
  const words = button.closest(`[${attributes.done}]`);
  announce(read(words, isDone ? attributes.done : attributes.failed));
  setTimeout(() => button.removeAttribute(attributes.state), DONE_MS);
}

/** Copies what a button holds, or the text of the element that it names. */
export function copyOnClick(root: Element): void {
  onClick(root, attributes.copy, async (button) => {
    report(button, await copyText(read(button, attributes.copy)));
  });
  onClick(root, attributes.copyFrom, async (button) => {
    const from = document.getElementById(read(button, attributes.copyFrom));
    const text = from instanceof HTMLTextAreaElement ? from.value : from?.textContent;
    report(button, await copyText(text ?? ""));
  });
}

/** What takes a sentence that Zendesk did not: it does so where the reply is a chat, for one. */
type Refused = (button: Element, sentence: string) => void;

/** Adds a button's sentence to the agent's reply, if the ticket is still the one it is about. */
export function insertOnClick(
  root: Element,
  client: ZafClient,
  ticketId: () => string,
  refused: Refused,
): void {
  onClick(root, attributes.insert, async (button) => {
    // A double click is one: the sentence is there until the button is itself again.
    if (button.hasAttribute(attributes.state)) return;
    button.setAttribute(attributes.state, "busy");
    const wanted = read(button, attributes.ticket);
    const sentence = read(button, attributes.insert);
    try {
      const { "ticket.id": id } = await client.get(["ticket.id"]);
      const isSame = wanted !== "" && String(id) === wanted && ticketId() === wanted;
      // A button that is gone was about another requester.
      if (!isSame || !button.isConnected) return report(button, false);
      // It goes directly behind what the agent has written.
      await client.invoke("ticket.comment.appendText", ` ${sentence}`);
      report(button, true);
    } catch {
      button.removeAttribute(attributes.state);
      if (button.isConnected) refused(button, sentence);
    }
  });
}
