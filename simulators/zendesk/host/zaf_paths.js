// @ts-check
/**
 * What apps may read, by location. `view` is what the agent has in front: the ticket or user of the
 * app's own tab, not of the tab that is shown.
 *
 * @typedef {import("../people.ts").Requester} Requester
 * @typedef {import("../tickets.ts").Ticket} Ticket
 * @typedef {object} View
 * @property {"ticket_sidebar" | "new_ticket_sidebar" | "user_sidebar"} location
 * @property {Ticket | null} ticket
 * @property {Requester | null} requester Of the ticket, or the user of a user's page.
 * @property {object} currentUser
 * @property {string} subdomain
 * @property {"light" | "dark"} colorScheme
 */

/** Reads one path. @param {View} view @param {string} path */
export function readPath(view, path) {
  /** @type {any} */
  let value = readable(view);
  for (const key of path.split(".")) {
    if (value === null && path.startsWith("ticket.requester.")) return null;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
      throw new Error("No such Api");
    }
    value = value[key];
  }
  return value;
}

/** Every path that can be read of a view, leaves and branches. @param {View} view */
export function listPaths(view) {
  return branches(readable(view), "");
}

/** @param {View} view */
function readable(view) {
  const { location, ticket, requester, currentUser, subdomain, colorScheme } = view;
  const shared = {
    currentUser,
    currentAccount: { subdomain, planName: "Suite Professional" },
    colorScheme,
  };
  if (location === "user_sidebar") {
    return { ...shared, user: requester && person(requester, true) };
  }
  const draft = {
    subject: ticket?.subject ?? "",
    requester: requester && person(requester, false),
  };
  if (location === "new_ticket_sidebar" || ticket === null) return { ...shared, ticket: draft };
  const { id, status, createdAt } = ticket;
  // Zendesk gives these as ISO text with the account's offset; UTC is one such.
  const created = new Date(createdAt).toISOString().replace(/\.\d{3}Z$/, "+00:00");
  return { ...shared, ticket: { ...draft, id, status, createdAt: created } };
}

/** @param {Requester} requester @param {boolean} withIdentities */
function person({ id, name, email, locale, otherEmails, phones = [] }, withIdentities) {
  const own = { id, name, email, locale, role: "end-user" };
  if (!withIdentities) return own;
  const primary = email === null ? [] : [{ address: email, verified: true }];
  const identities = [
    ...[...primary, ...otherEmails].map(({ address: value, verified }) => (
      { type: "email", value, verified, primary: value === email }
    )),
    ...phones.map(({ number: value, verified }) => (
      { type: "phone_number", value, verified, primary: false }
    )),
  ];
  return { ...own, identities };
}

/** @param {any} value @param {string} prefix @returns {string[]} */
function branches(value, prefix) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    prefix + key,
    ...branches(inner, `${prefix}${key}.`),
  ]);
}

/**
 * The events a changed requester raises, in Zendesk's order, each with its new value.
 * @param {Requester | null} before @param {Requester | null} after
 * @param {"ticket.requester" | "user"} prefix
 * @returns {[string, unknown][]}
 */
export function requesterEvents(before, after, prefix) {
  return /** @type {const} */ (["id", "email", "name"])
    .filter((key) => (before?.[key] ?? null) !== (after?.[key] ?? null))
    .map((key) => [`${prefix}.${key}.changed`, after?.[key] ?? null]);
}
