import { assertEquals, assertFalse } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import {
  counts,
  createPausingApp,
  notify,
  pause,
  pauseShown,
  send,
  signed,
  untilShown,
} from "./pausing.ts";

const UNTIL_THIS = "Paused until this ticket is solved";
const OTHER_SECRET = "webhook-secret-of-other-0123456789abcdef";

function reasonOf(app: TestApp): unknown {
  return app.log.findLast(({ route }) => route === "/hooks/zendesk")?.reason;
}

Deno.test("a webhook that Zendesk did not sign for this account is refused, each with one answer", async () => {
  using app = await createPausingApp();
  await pause(app);
  const refused = {
    webhook_signature: [{ unsigned: true }, { secret: OTHER_SECRET }],
    webhook_account: [{ body: { subdomain: "other" } }],
    webhook_too_old: [{ signedSecondsAgo: 301 }, { signedSecondsAgo: -61 }],
    webhook_malformed: [{ body: { ticket_id: "" } }],
  };
  const answers = new Set<string>();
  for (const [reason, webhooks] of Object.entries(refused)) {
    for (const webhook of webhooks) {
      const response = await send(app, await signed(app, webhook));
      assertEquals([response.status, reasonOf(app)], [401, reason]);
      const { "request-id": _, ...headers } = Object.fromEntries(response.headers);
      answers.add(JSON.stringify([await response.text(), headers]));
    }
  }

  assertEquals(answers.size, 1);
  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [1, 0]]);
});

Deno.test("a secret of one account says nothing about the tickets of another", async () => {
  const settingsSecrets = ["development-settings-secret-0123456789abcdef"];
  const account = {
    settingsSecrets,
    webhookSecrets: ["development-webhook-secret-0123456789abcdef"],
  };
  using app = await createPausingApp({
    accounts: { acme: account, other: { settingsSecrets, webhookSecrets: [OTHER_SECRET] } },
  });
  await pause(app);
  assertEquals(await notify(app, { secret: OTHER_SECRET }), 401);
  const other = { body: { subdomain: "other" }, secret: OTHER_SECRET };
  assertEquals(await notify(app, other), 204);
  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [1, 0]]);

  assertEquals(await notify(app), 204);
  await untilShown(app, "");
  assertEquals(counts(app), [1, 1]);
});

Deno.test("a webhook about another installation resumes nothing", async () => {
  using app = await createPausingApp();
  await pause(app);
  assertEquals(await notify(app, { body: { installation_id: "777" } }), 204);

  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [1, 0]]);
});

Deno.test("without any secret, every webhook is refused", async () => {
  using app = await createTestApp();
  assertEquals(await notify(app), 401);
});

Deno.test("the simulator's bent webhooks are refused, and one that comes twice resumes once", async () => {
  using app = await createPausingApp();
  await pause(app);
  for (const webhook of ["late", "other_account", "unsigned", "never"] as const) {
    app.zendesk.set({ webhook });
    await app.zendesk.changeStatus(101, "solved");
    await app.zendesk.changeStatus(101, "open");
  }
  assertEquals(app.zendesk.deliveries.map(({ status }) => status), [401, 401, 401]);
  assertEquals(await pauseShown(app), UNTIL_THIS);

  app.zendesk.set({ webhook: "twice" });
  await app.zendesk.changeStatus(101, "solved");
  await untilShown(app, "");
  assertEquals(app.zendesk.deliveries.slice(3).map(({ status }) => status), [204, 204]);
  assertEquals(counts(app), [1, 1]);
});

Deno.test("a webhook that is sent once more does not end what was paused after it", async () => {
  using app = await createPausingApp();
  await pause(app);
  const webhook = await signed(app);
  await send(app, webhook);
  await untilShown(app, "");
  app.clock.now += 61_000;
  await pause(app);

  assertEquals((await send(app, webhook)).status, 204);
  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [2, 1]]);
  // The next one does: it is of the ticket as it is now.
  await notify(app);
  await untilShown(app, "");
  assertEquals(counts(app), [2, 2]);
});

Deno.test("a webhook that found nothing paused does not end what is paused after it either", async () => {
  using app = await createPausingApp();
  const webhook = await signed(app);
  assertEquals((await send(app, webhook)).status, 204);
  await pause(app);

  assertEquals((await send(app, webhook)).status, 204);
  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [1, 0]]);
});

Deno.test("while the store is away Zendesk is asked to send it again, and then it is taken", async () => {
  using memory = await Deno.openKv(":memory:");
  let isAway = false;
  using app = await createPausingApp({
    kv: Object.assign(memory, {
      list: (...query: Parameters<Deno.Kv["list"]>) => {
        if (isAway) throw new Error("Cannot read");
        return Deno.Kv.prototype.list.apply(memory, query);
      },
    }),
  });
  await pause(app);
  const webhook = await signed(app);
  isAway = true;
  const response = await send(app, webhook);
  assertEquals([response.status, response.headers.get("Retry-After")], [503, "30"]);
  assertEquals(reasonOf(app), "store_unavailable");

  await app.storeIsIdle();
  isAway = false;
  app.clock.now += 2_000;
  assertEquals((await send(app, webhook)).status, 204);
  await untilShown(app, "");
  assertEquals(counts(app), [1, 1]);
});

Deno.test("a body that is too large, and another method, get no further", async () => {
  using app = await createPausingApp();
  const body = "x".repeat(65 * 1024);
  assertEquals((await app.request("/hooks/zendesk", { method: "POST", body })).status, 413);
  assertEquals((await app.request("/hooks/zendesk")).status, 404);
});

Deno.test("neither the log nor the answer of a webhook has its secret, its signature or its body", async () => {
  using app = await createPausingApp();
  await pause(app);
  const webhook = await signed(app, { body: { note: "mette@example.dk" } });
  const answer = await (await send(app, webhook)).text();

  const signature = webhook.headers.get("X-Zendesk-Webhook-Signature") ?? "none";
  for (const word of ["mette", "development-webhook-secret", signature]) {
    assertFalse(`${answer}${JSON.stringify(app.log)}`.includes(word), word);
  }
});
