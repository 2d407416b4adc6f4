import { assertEquals, assertStringIncludes } from "@std/assert";
import { createZendeskSimulator } from "./app.ts";
import { NOW, testOptions } from "./options_fixture.ts";

function createClient() {
  const simulator = createZendeskSimulator(testOptions());
  return async (method: string, path: string, body?: object) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await simulator.fetch(path, init);
    return { status: response.status, body: await response.json() };
  };
}

Deno.test("GET public_key.pem answers the key anybody may have, of this app only", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const response = await simulator.fetch("/api/v2/apps/1234/public_key.pem");
  assertEquals(response.status, 200);
  const pem = await response.text();
  assertEquals(pem, simulator.publicKeyPem);
  assertStringIncludes(pem, "-----BEGIN PUBLIC KEY-----");
  assertEquals((await simulator.fetch("/api/v2/apps/9/public_key.pem")).status, 404);
});

Deno.test("GET identities lists the primary address first and says which are verified", async () => {
  const call = createClient();
  const { body } = await call("GET", "/api/v2/users/512/identities.json");
  const addresses = body.identities.map((each: Record<string, unknown>) => [
    each.value,
    each.primary,
    each.verified,
  ]);
  assertEquals(addresses, [
    ["mette.work@example.com", true, true],
    ["mette@example.dk", false, true],
  ]);
  const unverified = await call("GET", "/api/v2/users/510/identities.json");
  assertEquals(unverified.body.identities[1].verified, false);
  assertEquals((await call("GET", "/api/v2/users/511/identities.json")).body.count, 0);
  const phone = (await call("GET", "/api/v2/users/517/identities.json")).body.identities;
  assertEquals([phone[0].type, phone[0].value, phone[0].verified], [
    "phone_number",
    "+4520123456",
    false,
  ]);
});

Deno.test("PUT users changes the address that tickets show", async () => {
  const call = createClient();
  await call("PUT", "/api/v2/users/501.json", { user: { email: "new@example.dk" } });
  assertEquals((await call("GET", "/api/v2/users/501.json")).body.user.email, "new@example.dk");
  await call("PUT", "/api/v2/users/501.json", { user: { email: null } });
  assertEquals((await call("GET", "/api/v2/users/501.json")).body.user.email, null);
});

Deno.test("PUT tickets adds an internal note as the agent", async () => {
  const call = createClient();
  const note = { body: "Triggered the welcome mail", public: false };
  const { status } = await call("PUT", "/api/v2/tickets/101.json", { ticket: { comment: note } });
  assertEquals(status, 200);
  const { body } = await call("GET", "/api/v2/tickets/101/comments.json");
  assertEquals(body.comments[1].body, "Triggered the welcome mail");
  assertEquals([body.comments[1].public, body.comments[1].author_id], [false, 9001]);
});

Deno.test("POST tickets creates one for a requester there is", async () => {
  const call = createClient();
  const ticket = { subject: "New", requester_id: 512, comment: { body: "Hello" } };
  const created = await call("POST", "/api/v2/tickets.json", { ticket });
  assertEquals(created.status, 201);
  assertEquals(created.body.ticket.id, 119);
  assertEquals(created.body.ticket.created_at, new Date(NOW).toISOString().replace(".000", ""));
  const refused = await call("POST", "/api/v2/tickets.json", { ticket: { requester_id: 1 } });
  assertEquals([refused.status, refused.body.error], [422, "RecordInvalid"]);
});

Deno.test("what there is not is RecordNotFound", async () => {
  const call = createClient();
  for (
    const path of [
      "users/1.json",
      "users/1/identities.json",
      "tickets/1.json",
      "tickets/1/comments.json",
    ]
  ) {
    const { status, body } = await call("GET", `/api/v2/${path}`);
    assertEquals([status, body.error], [404, "RecordNotFound"]);
  }
});
