import { type Agent, AGENTS, type Requester, seedRequesters } from "./people.ts";
import { type Comment, seedTickets, type Ticket } from "./tickets.ts";

/** What is in the simulated Zendesk account. */
export type Account = {
  readonly agents: readonly Agent[];
  readonly defaultAgent: Agent;
  readonly requesters: ReadonlyMap<number, Requester>;
  readonly tickets: ReadonlyMap<number, Ticket>;
  findAgent(id: number): Agent | null;
  createTicket(ticket: { subject: string; requesterId: number }): Ticket;
  addComment(ticket: Ticket, comment: Omit<Comment, "id" | "createdAt">): Comment;
};

/** Fills a fresh account; ticket times count back from `now`. */
export function createAccount(now: () => number): Account {
  const [defaultAgent] = AGENTS;
  if (defaultAgent === undefined) throw new Error("Cannot create the account: it has no agent");
  const tickets = new Map(seedTickets(now()).map((ticket) => [ticket.id, ticket]));
  let lastCommentId = 8000;
  return {
    agents: AGENTS,
    defaultAgent,
    requesters: new Map(seedRequesters().map((requester) => [requester.id, requester])),
    tickets,
    findAgent: (id) => AGENTS.find((agent) => agent.id === id) ?? null,
    createTicket({ subject, requesterId }) {
      const id = Math.max(100, ...tickets.keys()) + 1;
      const ticket: Ticket = {
        id,
        subject,
        status: "new",
        requesterId,
        createdAt: now(),
        comments: [],
        tags: [],
      };
      tickets.set(id, ticket);
      return ticket;
    },
    addComment(ticket, comment) {
      const added = { id: ++lastCommentId, createdAt: now(), ...comment };
      ticket.comments.push(added);
      return added;
    },
  };
}
