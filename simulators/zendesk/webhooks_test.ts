import { assertEquals, assertMatch } from "@std/assert";
import { createZendeskSimulator } from "./app.ts";
import { testOptions } from "./options_fixture.ts";
import type { Switches } from "./switches.ts";

const SECRET = "a-secret-of-the-webhook-0123456789abcdef";

/** A simulator, and the webhooks that its app got. */
function createDesk() {
  const got: Request[] = [];
  const simulator = createZendeskSimulator(testOptions({
    webhookSecret: SECRET,
    fetch: (request) => {
      got.push(request);
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  }));
  return { simulator, got };
}

async function isSigned(request: Request): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(SECRET), algorithm, false, [
    "verify",
  ]);
  const header = (name: string) => request.headers.get(`X-Zendesk-Webhook-${name}`) ?? "";
  const text = `${header("Signature-Timestamp")}${await request.clone().text()}`;
  const signature = Uint8Array.from(atob(header("Signature")), (each) => each.charCodeAt(0));
  return await crypto.subtle.verify("HMAC", key, signature, encoder.encode(text));
}

Deno.test("a ticket that is solved sends one signed webhook with the guide's body", async () => {
  const { simulator, got } = createDesk();
  await simulator.changeStatus(101, "solved");
  await simulator.changeStatus(101, "solved");
  await simulator.changeStatus(101, "open");

  assertEquals(got.length, 1);
  const [webhook] = got;
  assertEquals([webhook?.method, webhook?.url], ["POST", "http://localhost:8000/hooks/zendesk"]);
  assertEquals(webhook && await isSigned(webhook), true);
  assertMatch(
    webhook?.headers.get("X-Zendesk-Webhook-Signature-Timestamp") ?? "",
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  );
  assertEquals(await webhook?.json(), {
    ticket_id: "101",
    status: "solved",
    subdomain: "acme",
    installation_id: "5678",
  });
  assertEquals(simulator.deliveries, [{ ticketId: 101, status: 204 }]);
});

Deno.test("two webhooks are of one webhook, and of an invocation each", async () => {
  const { simulator, got } = createDesk();
  for (const id of [101, 102]) await simulator.changeStatus(id, "solved");

  const ids = (name: string) => new Set(got.map(({ headers }) => headers.get(name))).size;
  assertEquals([ids("X-Zendesk-Webhook-Id"), ids("X-Zendesk-Webhook-Invocation-Id")], [1, 2]);
});

Deno.test("the switch sends it twice, late, for another account, unsigned, or not at all", async () => {
  const { simulator, got } = createDesk();
  const sent = async (webhook: Switches["webhook"]) => {
    got.length = 0;
    simulator.set({ webhook });
    await simulator.changeStatus(101, "solved");
    await simulator.changeStatus(101, "open");
    return got;
  };

  assertEquals((await sent("twice")).length, 2);
  assertEquals((await sent("never")).length, 0);
  const [late] = await sent("late");
  const signedAt = Date.parse(late?.headers.get("X-Zendesk-Webhook-Signature-Timestamp") ?? "");
  assertEquals(Date.parse("2026-11-20T12:00:00Z") - signedAt, 10 * 60_000);
  assertEquals(late && await isSigned(late), true);
  const [other] = await sent("other_account");
  assertEquals((await other?.json()).subdomain, "other");
  const [unsigned] = await sent("unsigned");
  assertEquals(unsigned?.headers.get("X-Zendesk-Webhook-Signature"), null);
});

Deno.test("tickets are solved by Zendesk's own API and by the control API", async () => {
  const { simulator, got } = createDesk();
  const put = (path: string, body: unknown) =>
    simulator.fetch(path, { method: "PUT", body: JSON.stringify(body) });

  const answer = await put("/api/v2/tickets/101.json", { ticket: { status: "solved" } });
  assertEquals((await answer.json()).ticket.status, "solved");
  const control = await put("/_simulator/tickets/102/status", { status: "solved" });
  assertEquals(await control.json(), simulator.deliveries);
  assertEquals(got.length, 2);
  assertEquals((await put("/_simulator/tickets/1/status", { status: "solved" })).status, 404);
  assertEquals((await put("/_simulator/tickets/102/status", { status: "gone" })).status, 400);
});

Deno.test("an app that cannot be reached is told in the deliveries", async () => {
  const simulator = createZendeskSimulator(testOptions());
  await simulator.changeStatus(101, "solved");

  assertEquals(simulator.deliveries, [{ ticketId: 101, status: null }]);
});
