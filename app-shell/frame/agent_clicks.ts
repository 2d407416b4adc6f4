import * as attributes from "../../contract/attributes.ts";
import { BEGIN_AT, ROW_PREFIX } from "../../contract/page.ts";
import { announce } from "./announcements.ts";
import { copyText } from "./clipboard.ts";
import { onHtmx } from "./htmx.ts";
import { withTimeout, type ZafClient } from "./zaf.ts";

const DONE_MS = 2_000;

function onClick(
  root: Element,
  attribute: string,
  handle: (button: Element, event: Event) => void,
): void {
  root.addEventListener("click", (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest(`[${attribute}]`) : null;
    if (button !== null) handle(button, event);
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

/** Opens the ticket that a button names. */
export function openTicketOnClick(root: Element, client: ZafClient): void {
  onClick(root, attributes.openTicket, (button) => {
    client.invoke("routeTo", "ticket", read(button, attributes.openTicket));
  });
}

/** Leads to an element of the page; the history begins at a communication that is not shown. */
export function leadOnClick(root: Element): void {
  onClick(root, attributes.leadsTo, (link, event) => {
    // A link's own way would be a step back for the browser, and would not scroll Zendesk's page.
    event.preventDefault();
    const id = read(link, attributes.leadsTo);
    const there = document.getElementById(id);
    const begin = document.getElementById(BEGIN_AT);
    if (there !== null) return there.focus();
    if (!(begin instanceof HTMLButtonElement)) return;
    begin.value = id.slice(ROW_PREFIX.length);
    begin.click();
  });
  // Only what the click asked for: whatever comes otherwise leaves the focus where it is.
  onHtmx("htmx:after:swap", ({ request }) => {
    const from = new URL(request.action, location.href).searchParams.get("from");
    if (from !== null) document.getElementById(ROW_PREFIX + from)?.focus();
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
