import * as attributes from "../../contract/attributes.ts";
import { announce } from "./announcements.ts";
import { copyText } from "./clipboard.ts";
import { withTimeout, type ZafClient } from "./zaf.ts";

const DONE_MS = 2_000;

function onClick(
  root: Element,
  attribute: string,
  handle: (clicked: Element, event: Event) => void,
): void {
  root.addEventListener("click", (event) => {
    const { target } = event;
    const clicked = target instanceof Element ? target.closest(`[${attribute}]`) : null;
    if (clicked !== null) handle(clicked, event);
  });
}

function read(element: Element | null, attribute: string): string {
  return element?.getAttribute(attribute) ?? "";
}

function wordsAround(button: Element, isDone: boolean): string {
  const words = button.closest(`[${attributes.done}]`);
  return read(words, isDone ? attributes.done : attributes.failed);
}

/** Shows on the button itself how it went, and says it; the words are around it. */
function report(button: Element, isDone: boolean): void {
  button.setAttribute(attributes.state, isDone ? "done" : "failed");
  announce(wordsAround(button, isDone));
  setTimeout(() => button.removeAttribute(attributes.state), DONE_MS);
}

/** Copies what a button holds, or the text of the element that it names. */
export function copyOnClick(root: Element): void {
  onClick(root, attributes.copy, async (button) => {
    report(button, await copyText(read(button, attributes.copy)));
  });
  onClick(root, attributes.copyFrom, async (button) => {
    const from = document.getElementById(read(button, attributes.copyFrom));
    report(button, await copyText(from?.textContent ?? ""));
  });
}

/** Leads to what a link of the page names, without a step in the history of Zendesk's own page. */
export function leadOnClick(root: Element): void {
  onClick(root, 'href^="#"', (link, event) => {
    event.preventDefault();
    document.getElementById(read(link, "href").slice(1))?.focus();
  });
}

/** Where a sentence goes, and for which ticket. */
export type InsertOptions = {
  client: ZafClient;
  /** The ticket that is shown; "" where there is none. */
  ticketId: () => string;
  /** Takes a sentence that Zendesk did not, as where the reply is a chat. */
  refused: (button: Element, sentence: string) => void;
};

/** Adds a button's sentence to the agent's reply, if the ticket is still the one it is about. */
export function insertOnClick(
  root: Element,
  { client, ticketId, refused }: InsertOptions,
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

/** Writes a button's note on its ticket, as the agent. Returns what presses the buttons that do not wait for anybody. */
export function noteOnClick(root: Element, client: ZafClient): () => void {
  onClick(root, attributes.note, async (button) => {
    if (read(button, attributes.state) === "busy") return;
    button.setAttribute(attributes.state, "busy");
    const body = read(button, attributes.note);
    const tag = read(button, attributes.tag);
    const ticket = {
      ...(body && { comment: { body, public: false } }),
      ...(tag && { additional_tags: [tag] }),
    };
    const isDone = await withTimeout(client.request({
      url: `/api/v2/tickets/${encodeURIComponent(read(button, attributes.ticket))}.json`,
      type: "PUT",
      contentType: "application/json",
      data: JSON.stringify({ ticket }),
    })).then(() => true, () => false);
    report(button, isDone);
    // What was written is not offered again; a button with the focus would take that away.
    button.toggleAttribute("hidden", isDone && button !== document.activeElement);
    button.nextElementSibling?.replaceChildren(wordsAround(button, isDone));
  });
  return () => {
    for (const button of root.querySelectorAll<HTMLElement>(`[${attributes.noteNow}]`)) {
      button.removeAttribute(attributes.noteNow);
      button.click();
    }
  };
}
