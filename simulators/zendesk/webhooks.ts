import type { Simulation } from "./simulation.ts";
import type { Ticket } from "./tickets.ts";
import { zendeskTime } from "./times.ts";

/** How a webhook departs from the one that the trigger would send. */
export type WebhookOverrides = {
  /** Laid over the body of the guide's template. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly secret?: string;
  /** Moves the time at which it was signed into the past. */
  readonly signedSecondsAgo?: number;
  /** Without its signature and time. */
  readonly unsigned?: boolean;
};

/** What became of a webhook; `status` is null where the app could not be reached. */
export type Delivery = { readonly ticketId: number; readonly status: number | null };

/** A webhook as Zendesk sends it: the trigger's body, signed together with the time. */
export async function signWebhook(
  simulation: Simulation,
  ticketId: number,
  { body = {}, secret, signedSecondsAgo = 0, unsigned = false }: WebhookOverrides = {},
): Promise<Request> {
  const text = JSON.stringify({
    ticket_id: String(ticketId),
    status: simulation.account.tickets.get(ticketId)?.status ?? "solved",
    subdomain: simulation.subdomain,
    installation_id: String(simulation.installationId),
    ...body,
  });
  const timestamp = zendeskTime(simulation.now() - signedSecondsAgo * 1000);
  const headers = new Headers({
    "Content-Type": "application/json",
    "User-Agent": "Zendesk Webhook",
    "X-Zendesk-Account-Id": "12500001",
    // Of the webhook, and so the same each time; the next is of the one request.
    "X-Zendesk-Webhook-Id": "01SIMULATEDWEBHOOK00000000",
    "X-Zendesk-Webhook-Invocation-Id": String(++simulation.invocations),
  });
  if (!unsigned) {
    headers.set("X-Zendesk-Webhook-Signature-Timestamp", timestamp);
    headers.set(
      "X-Zendesk-Webhook-Signature",
      await sign(`${timestamp}${text}`, secret ?? simulation.webhookSecret),
    );
  }
  const url = new URL("/hooks/zendesk", simulation.backend);
  return new Request(url, { method: "POST", headers, body: text });
}

async function sign(text: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  const bytes = await crypto.subtle.sign("HMAC", key, encoder.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

// By the switch `webhook`.
const DEPARTURES: Readonly<Record<Simulation["switches"]["webhook"], readonly WebhookOverrides[]>> =
  {
    once: [{}],
    twice: [{}, {}],
    late: [{ signedSecondsAgo: 600 }],
    other_account: [{ body: { subdomain: "other" } }],
    unsigned: [{ unsigned: true }],
    never: [],
  };

/** Gives a ticket another status. The account's trigger sends its webhook when that is “solved”. */
export async function changeStatus(
  simulation: Simulation,
  ticket: Ticket,
  status: Ticket["status"],
): Promise<void> {
  const wasSolved = ticket.status === "solved";
  ticket.status = status;
  if (status !== "solved" || wasSolved) return;
  for (const overrides of DEPARTURES[simulation.switches.webhook]) {
    const webhook = await signWebhook(simulation, ticket.id, overrides);
    const answer = await simulation.fetch(webhook).catch(() => null);
    await answer?.body?.cancel();
    simulation.deliveries.push({ ticketId: ticket.id, status: answer?.status ?? null });
  }
}
