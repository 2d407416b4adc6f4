// @ts-check
import { element, fillList } from "./dom.js";
import { changeEmail, changeStatus, saveTicket } from "./desk_actions.js";

/** @typedef {import("./tab.js").Tab} Tab */

/** @type {Tab | null} */
let shown = null;

const subject = element("new-subject", HTMLInputElement);
const requester = element("requester", HTMLSelectElement);
const email = element("requester-email", HTMLInputElement);
const reply = element("reply", HTMLTextAreaElement);
const internal = element("internal", HTMLInputElement);

/** Shows what is in a tab; null for none. @param {Tab | null} tab */
export function showPlace(tab) {
  const moved = shown !== tab;
  shown = tab;
  element("place").hidden = tab === null;
  element("nothing-open").hidden = tab !== null;
  if (tab === null) return;
  for (const part of document.querySelectorAll("[data-shown-for]")) {
    const kinds = part.getAttribute("data-shown-for") ?? "";
    part.toggleAttribute("hidden", !kinds.split(" ").includes(tab.place.kind));
  }
  element("subject").textContent = tab.place.kind === "user"
    ? tab.requester?.name ?? ""
    : tab.draft.subject || "New ticket";
  if (document.activeElement !== subject) subject.value = tab.draft.subject;
  requester.value = String(tab.requester?.id ?? "");
  if (moved || document.activeElement !== email) email.value = tab.requester?.email ?? "";
  element("email-form").hidden = tab.requester === null;
  const others = tab.requester?.otherEmails ?? [];
  element("identities").textContent = others.length === 0
    ? "No other addresses."
    : `Other addresses: ${
      others.map(({ address, verified }) => verified ? address : `${address} (not verified)`)
        .join(", ")
    }`;
  const status = tab.ticket?.status ?? "";
  element("status").textContent = status;
  element("solve").textContent = status === "solved" ? "Reopen" : "Solve";
  reply.value = tab.draft.reply;
  showComments(tab);
}

/** @param {Tab} tab */
function showComments(tab) {
  const { requesters, agents } = tab.workspace.desk;
  const people = [...requesters, ...agents];
  fillList(element("comments"), tab.ticket?.comments ?? [], (comment) => {
    const item = document.createElement("li");
    item.dataset.public = String(comment.public);
    const head = document.createElement("p");
    head.className = "comment-head";
    const author = people.find((each) => each.id === comment.authorId)?.name ?? "Somebody";
    const time = new Date(comment.createdAt).toLocaleString("en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
    });
    head.textContent = `${author} · ${time}${comment.public ? "" : " · internal note"}`;
    const body = document.createElement("p");
    body.textContent = comment.body;
    item.append(head, body);
    return [item];
  });
}

requester.addEventListener("change", () => {
  shown?.changeRequester(requester.value === "" ? null : Number(requester.value));
});
subject.addEventListener("input", () => {
  if (shown === null) return;
  shown.draft.subject = subject.value;
  shown.workspace.changed();
});
reply.addEventListener("input", () => {
  if (shown !== null) shown.draft.reply = reply.value;
});
element("solve").addEventListener("click", () => {
  if (shown !== null) changeStatus(shown);
});
element("email-form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (shown !== null) changeEmail(shown, email.value.trim() || null);
});
element("reply-form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (shown !== null) saveTicket(shown, !internal.checked);
});
