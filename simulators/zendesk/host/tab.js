// @ts-check
import { createAppFrame } from "./app_frame.js";
import { reloadComments } from "./desk_actions.js";
import { element } from "./dom.js";
import { performInvoke, performSet } from "./zaf_calls.js";
import { readPath, requesterEvents } from "./zaf_paths.js";
import { performRequest } from "./zaf_request.js";
import { logMessage } from "./zaf_log.js";

/**
 * @typedef {import("../desk_data.ts").Place} Place
 * @typedef {import("./zaf_paths.js").Requester} Requester
 * @typedef {object} Workspace
 * @property {import("../desk_data.ts").DeskData} desk
 * @property {() => "light" | "dark"} colorScheme
 * @property {(place: Place) => void} open
 * @property {(tab: Tab) => void} close
 * @property {() => void} changed
 * @property {() => Tab[]} tabs
 * @property {(tab: Tab) => boolean} isActive
 * @typedef {ReturnType<typeof createTab>} Tab
 */

/** @type {Record<Place["kind"], "ticket_sidebar" | "new_ticket_sidebar" | "user_sidebar">} */
const LOCATIONS = {
  ticket: "ticket_sidebar",
  new_ticket: "new_ticket_sidebar",
  user: "user_sidebar",
};

/**
 * One open tab: what the agent has changed in it, and the app beside it, which lives as long as the tab.
 * @param {Workspace} workspace @param {string} key @param {Place} place
 */
export function createTab(workspace, key, place) {
  const { desk } = workspace;
  const location = LOCATIONS[place.kind];
  const ticket = place.kind === "ticket"
    ? desk.tickets.find(({ id }) => id === place.id) ?? null
    : null;
  let announced = false;
  const unreadable = new Map(Object.entries(desk.unreadable));

  /** @param {string} path */
  function get(path) {
    const left = unreadable.get(path) ?? 0;
    unreadable.set(path, left - 1);
    if (left > 0) throw new Error("Cannot be read");
    return readPath(view(), path);
  }

  const tab = {
    key,
    place,
    ticket,
    workspace,
    draft: { subject: ticket?.subject ?? "", reply: "" },
    /** @type {Requester | null} */
    requester: findRequester(place.kind === "user" ? place.id : ticket?.requesterId),
    /** @type {import("./app_frame.js").AppFrame | null} */
    frame: null,

    title() {
      if (place.kind === "ticket") return `#${place.id}`;
      return place.kind === "user" ? tab.requester?.name ?? "Customer" : "New ticket";
    },
    path() {
      if (place.kind === "user") return `/agent/users/${place.id}`;
      return `/agent/tickets/${place.kind === "ticket" ? place.id : "new"}`;
    },
    activate() {
      tab.frame?.show(true);
      if (announced) tab.frame?.host.emit("app.activated", { firstLoad: false });
    },
    deactivate() {
      tab.frame?.show(false);
      tab.frame?.host.emit("app.deactivated", {});
    },
    destroy() {
      tab.frame?.host.emit("app.willDestroy", {});
      tab.frame?.remove();
    },
    /** @param {number | null} id */
    changeRequester(id) {
      tab.updateRequester(findRequester(id));
    },
    /** Tells the app what is different about the requester. @param {Requester | null} requester */
    updateRequester(requester) {
      const before = tab.requester;
      tab.requester = requester;
      const prefix = place.kind === "user" ? "user" : "ticket.requester";
      for (const [name, value] of requesterEvents(before, requester, prefix)) {
        tab.frame?.host.emit(name, value);
      }
      workspace.changed();
    },
    /** @param {string} subject */
    changeSubject(subject) {
      tab.draft.subject = subject;
      workspace.changed();
    },
    /** Who an app means. @param {{ id?: number, email?: string }} wanted @returns {number | null} */
    findRequesterId(wanted) {
      const found = desk.requesters.find((each) =>
        each.id === Number(wanted?.id) || (each.email !== null && each.email === wanted?.email)
      );
      if (found === undefined) throw new Error("The requester is not known");
      return found.id;
    },
    /** @param {string} text */
    insertReply(text) {
      tab.draft.reply += text;
      workspace.changed();
    },
  };

  /** @param {number | null | undefined} id @returns {Requester | null} */
  function findRequester(id) {
    return desk.requesters.find((each) => each.id === id) ?? null;
  }

  const view = () => ({
    location,
    ticket: ticket && { ...ticket, subject: tab.draft.subject },
    requester: tab.requester,
    currentUser: desk.currentUser,
    subdomain: desk.subdomain,
    colorScheme: workspace.colorScheme(),
  });

  if (desk.locations.includes(location)) {
    tab.frame = createAppFrame({
      tray: element("frames"),
      desk,
      location,
      place: key,
      colorScheme: workspace.colorScheme,
      handlers: (appGuid) => ({
        registration() {
          announced = false;
          const context = contextOf(desk, appGuid, location, place);
          return { metadata: desk.registration, context };
        },
        get,
        set: (path, value) => performSet(tab, path, value),
        invoke: (path, args) => performInvoke(tab, path, args),
        async request(options) {
          const asked = /** @type {import("./zaf_request.js").RequestOptions} */ (options);
          const answer = await performRequest(asked, {
            fetch: (input, init) => fetch(input, init),
            origin: desk.origin,
            proxyPath: desk.proxyPath,
          });
          if (asked.type === "PUT") await reloadComments(tab);
          return answer;
        },
        log: (kind, what) => logMessage(key, kind, what),
        subscribed(name) {
          if (name !== "app.activated" || announced) return;
          announced = true;
          if (workspace.isActive(tab)) tab.frame?.host.emit(name, { firstLoad: true });
        },
      }),
    });
  }
  return tab;
}

/** @param {Workspace["desk"]} desk @param {string} appGuid @param {string} location @param {Place} place */
function contextOf(desk, appGuid, location, place) {
  const id = { ticket: "ticketId", new_ticket: "newTicketId", user: "userId" }[place.kind];
  return {
    instanceGuid: appGuid,
    product: "support",
    account: { subdomain: desk.subdomain },
    location,
    [id]: place.id,
  };
}
