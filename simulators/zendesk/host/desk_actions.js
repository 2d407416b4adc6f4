// @ts-check
import { showToast } from "./toast.js";

/** @typedef {import("./tab.js").Tab} Tab */

/** Gives the requester of a tab another primary address, in every tab they are in. @param {Tab} tab @param {string | null} email */
export async function changeEmail(tab, email) {
  const { workspace, requester } = tab;
  if (requester === null) return;
  const { user } = await send("PUT", `/api/v2/users/${requester.id}.json`, { user: { email } });
  const changed = { ...requester, email: user.email };
  const known = workspace.desk.requesters;
  known[known.findIndex((each) => each.id === requester.id)] = changed;
  for (const each of workspace.tabs()) {
    if (each.requester?.id === requester.id) each.updateRequester(changed);
  }
}

/** Solves a ticket, or opens one that is solved. @param {Tab} tab */
export async function changeStatus({ ticket, workspace }) {
  if (ticket === null) return;
  const status = ticket.status === "solved" ? "open" : "solved";
  const body = { ticket: { status } };
  const saved = await send("PUT", `/api/v2/tickets/${ticket.id}.json`, body);
  ticket.status = saved.ticket.status;
  workspace.changed();
  showToast(`Ticket #${ticket.id} is ${ticket.status}.`);
}

/** Submits a ticket with its reply, unless an app objects. @param {Tab} tab @param {boolean} isPublic */
export async function saveTicket(tab, isPublic) {
  const { workspace, ticket, draft, requester } = tab;
  const objection = await tab.frame?.host.ask("ticket.save");
  if (objection) return showToast(`The app stopped the ticket: ${objection}`, "error");
  if (requester === null) return showToast("Choose a requester first.", "error");
  const body = {
    ticket: {
      subject: draft.subject,
      requester_id: requester.id,
      ...(draft.reply === "" ? {} : { comment: { body: draft.reply, public: isPublic } }),
    },
  };
  const saved = ticket === null
    ? await send("POST", "/api/v2/tickets.json", body)
    : await send("PUT", `/api/v2/tickets/${ticket.id}.json`, body);
  const comments = await readComments(saved.ticket.id);
  draft.reply = "";
  const stored = {
    ...ticket,
    id: saved.ticket.id,
    subject: saved.ticket.subject,
    status: saved.ticket.status,
    requesterId: saved.ticket.requester_id,
    createdAt: Date.parse(saved.ticket.created_at),
    comments,
    tags: saved.ticket.tags,
  };
  if (ticket === null) {
    workspace.desk.tickets.push(stored);
    workspace.close(tab);
    workspace.open({ kind: "ticket", id: stored.id });
  } else {
    Object.assign(ticket, stored);
    workspace.changed();
  }
  showToast(`Ticket #${stored.id} saved.`);
}

/** Shows what was added to a ticket meanwhile. @param {Tab} tab */
export async function reloadComments({ ticket, workspace }) {
  if (ticket === null) return;
  Object.assign(ticket, { comments: await readComments(ticket.id) });
  workspace.changed();
}

/** @param {number} ticketId */
async function readComments(ticketId) {
  const { comments } = await send("GET", `/api/v2/tickets/${ticketId}/comments.json`);
  return comments.map((/** @type {any} */ comment) => ({
    authorId: comment.author_id,
    body: comment.body,
    public: comment.public,
    createdAt: Date.parse(comment.created_at),
  }));
}

/** @param {string} method @param {string} path @param {object} [body] */
async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    showToast(`Zendesk answered ${response.status}`, "error");
    throw new Error(`${method} ${path}: ${response.status}`);
  }
  return await response.json();
}
