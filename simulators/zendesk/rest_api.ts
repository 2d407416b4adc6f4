import { type Context, Hono } from "hono";
import type { DeskEnv } from "./desk_env.ts";
import type { Requester } from "./people.ts";
import type { Simulation } from "./simulation.ts";
import type { Ticket } from "./tickets.ts";
import { zendeskTime } from "./times.ts";
import { changeStatus } from "./webhooks.ts";

/** The part of Zendesk's REST API that apps and the agent page use, as the signed-in agent. */
export function createRestApi(simulation: Simulation): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/api/v2/apps/:id/public_key.pem", (c) => {
    if (c.req.param("id") !== String(simulation.appId)) return notFound(c);
    return c.body(simulation.keys().publicKeyPem, 200, {
      "content-type": "application/x-pem-file",
    });
  });

  app.get("/api/v2/users/:id{[0-9]+\\.json}", (c) => {
    const requester = findRequester(simulation, c.req.param("id"));
    return requester === null ? notFound(c) : c.json({ user: userJson(requester) });
  });

  app.put("/api/v2/users/:id{[0-9]+\\.json}", async (c) => {
    const requester = findRequester(simulation, c.req.param("id"));
    if (requester === null) return notFound(c);
    const user = part(await c.req.json(), "user");
    if (typeof user.name === "string") requester.name = user.name;
    if (user.email === null || user.email === "") requester.email = null;
    else if (typeof user.email === "string") requester.email = user.email;
    return c.json({ user: userJson(requester) });
  });

  app.get("/api/v2/users/:id/identities.json", (c) => {
    const requester = findRequester(simulation, c.req.param("id"));
    if (requester === null) return notFound(c);
    const identities = identitiesJson(requester);
    return c.json({ identities, next_page: null, previous_page: null, count: identities.length });
  });

  app.get("/api/v2/tickets/:id{[0-9]+\\.json}", (c) => {
    const ticket = findTicket(simulation, c.req.param("id"));
    return ticket === null ? notFound(c) : c.json({ ticket: ticketJson(ticket) });
  });

  app.get("/api/v2/tickets/:id/comments.json", (c) => {
    const ticket = findTicket(simulation, c.req.param("id"));
    if (ticket === null) return notFound(c);
    return c.json({ comments: ticket.comments.map(commentJson), count: ticket.comments.length });
  });

  app.put("/api/v2/tickets/:id{[0-9]+\\.json}", async (c) => {
    const ticket = findTicket(simulation, c.req.param("id"));
    if (ticket === null) return notFound(c);
    return await write(c, simulation, ticket, part(await c.req.json(), "ticket"));
  });

  app.post("/api/v2/tickets.json", async (c) => {
    const body = part(await c.req.json(), "ticket");
    const requesterId = Number(body.requester_id);
    if (!simulation.account.requesters.has(requesterId)) return invalid(c, "requester_id");
    const subject = typeof body.subject === "string" ? body.subject : "";
    const ticket = simulation.account.createTicket({ subject, requesterId });
    return await write(c, simulation, ticket, body, 201);
  });

  return app;
}

async function write(
  c: Context<DeskEnv>,
  simulation: Simulation,
  ticket: Ticket,
  changes: Record<string, unknown>,
  status: 200 | 201 = 200,
): Promise<Response> {
  const { account } = simulation;
  if (changes.requester_id !== undefined) {
    const requesterId = Number(changes.requester_id);
    if (!account.requesters.has(requesterId)) return invalid(c, "requester_id");
    ticket.requesterId = requesterId;
  }
  if (typeof changes.subject === "string") ticket.subject = changes.subject;
  if (changes.additional_tags !== undefined) {
    const tags = changes.additional_tags;
    if (!Array.isArray(tags) || tags.some((tag) => !isTag(tag))) return invalid(c, "tags");
    const added = tags.map((tag) => String(tag).toLowerCase());
    ticket.tags.push(...added.filter((tag) => !ticket.tags.includes(tag)));
  }
  const { status: wanted } = changes;
  if (wanted === "open" || wanted === "solved") await changeStatus(simulation, ticket, wanted);
  if (changes.comment !== undefined) {
    const comment = part(changes, "comment");
    if (typeof comment.body !== "string" || comment.body === "") return invalid(c, "comment");
    account.addComment(ticket, {
      authorId: c.get("agent").id,
      body: comment.body,
      public: comment.public !== false,
    });
  }
  return c.json({ ticket: ticketJson(ticket) }, status);
}

function isTag(tag: unknown): boolean {
  return typeof tag === "string" && /^[^\s,]+$/.test(tag);
}

function userJson({ id, name, email, locale }: Requester): Record<string, unknown> {
  return { id, name, email, locale, role: "end-user", active: true, verified: email !== null };
}

function identitiesJson(
  { id, email, otherEmails, phones = [] }: Requester,
): Record<string, unknown>[] {
  const primary = email === null ? [] : [{ address: email, verified: true }];
  const identities = [
    ...[...primary, ...otherEmails].map(({ address: value, verified }) => (
      { type: "email", value, verified, primary: value === email }
    )),
    ...phones.map(({ number: value, verified }) => (
      { type: "phone_number", value, verified, primary: false }
    )),
  ];
  return identities.map((identity, index) => ({ id: id * 100 + index, user_id: id, ...identity }));
}

function ticketJson(ticket: Ticket): Record<string, unknown> {
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status,
    requester_id: ticket.requesterId,
    created_at: zendeskTime(ticket.createdAt),
    tags: ticket.tags,
    description: ticket.comments[0]?.body ?? "",
  };
}

function commentJson(comment: Ticket["comments"][number]): Record<string, unknown> {
  const { id, authorId, body } = comment;
  const created_at = zendeskTime(comment.createdAt);
  return { id, type: "Comment", author_id: authorId, body, public: comment.public, created_at };
}

function findRequester({ account }: Simulation, id: string): Requester | null {
  return account.requesters.get(parseInt(id)) ?? null;
}

function findTicket({ account }: Simulation, id: string): Ticket | null {
  return account.tickets.get(parseInt(id)) ?? null;
}

function part(value: unknown, name: string): Record<string, unknown> {
  const inner = typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
  return typeof inner === "object" && inner !== null ? { ...inner } : {};
}

function notFound(c: Context<DeskEnv>): Response {
  return c.json({ error: "RecordNotFound", description: "Not found" }, 404);
}

function invalid(c: Context<DeskEnv>, field: string): Response {
  const details = { [field]: [{ description: `${field} is invalid` }] };
  return c.json(
    { error: "RecordInvalid", description: "Record validation errors", details },
    422,
  );
}
