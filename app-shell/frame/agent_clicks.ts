import { announce, copyText } from "./page.ts";
import type { ZafClient } from "./zaf.ts";

const DONE_MS = 2_000;

function onClick(root: Element, selector: string, handle: (button: HTMLElement) => void): void {
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest(selector) : null;
    if (button instanceof HTMLElement) handle(button);
  });
}

/** Shows on the button itself how it went, and says it; the words are around it. */
function report(button: HTMLElement, done: boolean): void {
  const state = button.dataset.state = done ? "done" : "failed";
  announce(button.closest<HTMLElement>("[data-done]")?.dataset[state] ?? "");
  setTimeout(() => delete button.dataset.state, DONE_MS);
}

/** Copies the value of a `data-copy` button; an empty one copies the element that `data-copy-from` names. */
export function copyOnClick(root: Element): void {
  onClick(root, "[data-copy], [data-copy-from]", async (button) => {
    const from = document.getElementById(button.dataset.copyFrom ?? "");
    const text = from instanceof HTMLTextAreaElement ? from.value : from?.textContent;
    report(button, await copyText(button.dataset.copy ?? text ?? ""));
  });
}

/** Adds the sentence of a `data-insert` button to the agent's reply, if the ticket is still the one it is about. */
export function insertOnClick(root: Element, client: ZafClient, ticketId: () => string): void {
  onClick(root, "[data-insert]", async (button) => {
    // A double click is one: the sentence is there until the button is itself again.
    if (button.dataset.state) return;
    button.dataset.state = "busy";
    const wanted = button.dataset.ticket ?? "";
    try {
      const { "ticket.id": id } = await client.get(["ticket.id"]);
      const isSame = wanted !== "" && String(id) === wanted && ticketId() === wanted;
      // A button that is gone was about another requester.
      if (!isSame || !button.isConnected) return report(button, false);
      // It goes directly behind what the agent has written.
      await client.invoke("ticket.comment.appendText", ` ${button.dataset.insert ?? ""}`);
      report(button, true);
    } catch {
      report(button, false);
    }
  });
}
