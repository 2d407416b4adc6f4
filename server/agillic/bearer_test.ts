import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  authorizationsOf,
  failureOf,
  isExchange,
  issuing,
  key,
  oauth,
  other,
  TOKEN,
  welcome,
} from "./bearer_fixture.ts";
import type { AgillicClient } from "./client.ts";
import { AgillicError } from "./errors.ts";
import { answer, found, hang, type Step } from "./scripted_agillic_fixture.ts";

const CALLS: Record<string, (client: AgillicClient) => Promise<unknown>> = {
  "an event": welcome,
  "a read": (client) => client.findRecipient(key),
};

Deno.test("the credential is exchanged as OAuth2 asks, and then sent no more", async () => {
  const { agillic, client } = oauth(issuing());
  await client.findRecipient(key);
  const [exchange] = agillic.sent;
  assertEquals(exchange?.url, "https://agillic.example/oauth2/token");
  assertEquals(exchange?.init.method, "POST");
  assertEquals(exchange?.init.redirect, "manual");
  assertEquals(exchange?.init.headers, {
    accept: "application/json; charset=utf-8",
    "content-type": "application/x-www-form-urlencoded",
  });
  assertEquals([...new URLSearchParams(String(exchange?.init.body))], [
    ["grant_type", "client_credentials"],
    ["client_id", "a key"],
    ["client_secret", "a secret:ø&="],
  ]);
  assertEquals(authorizationsOf(agillic), [null, "Bearer bearer-1"]);
  assertEquals(agillic.clock.timers, 0);
});

Deno.test("all who wait share one exchange, and all who follow its token", async () => {
  const { agillic, client } = oauth(issuing());
  await Promise.all([1, 2, 3].map((number) => client.findRecipient(other(number))));
  await welcome(client);
  await agillic.clientOf(TOKEN, { oauth: true }).findRecipient(key);
  assertEquals(agillic.sent.filter(isExchange).length, 1);
  assertEquals(agillic.sent.length, 6);
});

Deno.test("another credential, and the same without OAuth2, have nothing of the token", async () => {
  const { agillic, client } = oauth(issuing());
  await client.findRecipient(key);
  await agillic.clientOf(TOKEN).findRecipient(key);
  await agillic.clientOf(btoa("other:credential"), { oauth: true }).findRecipient(key);
  assertEquals(authorizationsOf(agillic), [
    null,
    "Bearer bearer-1",
    `Basic ${TOKEN}`,
    null,
    "Bearer bearer-2",
  ]);
});

for (
  const [what, rest, seconds] of [
    ["as a number", { expires_in: 7200 }, 7140],
    ["as a text", { expires_in: "7200" }, 7140],
    ["not at all", {}, 240],
    ["as no number", { expires_in: "soon" }, 240],
    ["and the type in small letters", { token_type: "bearer", expires_in: 90 }, 30],
    ["and the type in capitals", { token_type: "BEARER", expires_in: 90 }, 30],
  ] as const
) {
  Deno.test(`a token is used until a minute before its end, which is told ${what}`, async () => {
    const { agillic, client } = oauth(issuing(rest));
    await client.findRecipient(key);
    await agillic.clock.advance(seconds * 1000 - 1);
    await client.findRecipient(key);
    assertEquals(agillic.sent.filter(isExchange).length, 1);
    await agillic.clock.advance(1);
    await client.findRecipient(key);
    assertEquals(authorizationsOf(agillic).at(-1), "Bearer bearer-2");
  });
}

Deno.test("a step of the wall clock does not make a token last longer", async () => {
  const { agillic, client } = oauth(issuing());
  await client.findRecipient(key);
  agillic.clock.step(-86_400_000);
  await agillic.clock.advance(7_140_000);
  await client.findRecipient(key);
  assertEquals(agillic.sent.filter(isExchange).length, 2);
});

for (const status of [401, 403]) {
  for (const [what, act] of Object.entries(CALLS)) {
    Deno.test(`${what}: refused with ${status}, the token is renewed and the call sent again, once`, async () => {
      const { agillic, client } = oauth(issuing(), answer(status), found());
      await agillic.clock.until(act(client));
      assertEquals(authorizationsOf(agillic), [
        null,
        "Bearer bearer-1",
        null,
        "Bearer bearer-2",
      ]);
    });

    Deno.test(`${what}: refused with ${status} twice, the token is invalid`, async () => {
      const { agillic, client } = oauth(issuing(), answer(status));
      const error = await failureOf(agillic, act(client));
      assertEquals([error.code, error.status], ["token_invalid", status]);
      assertEquals(agillic.sent.length, 4);
    });
  }
}

Deno.test("many calls that are refused at one moment share one renewal", async () => {
  const { agillic, client } = oauth(
    issuing(),
    ({ init }) =>
      new Headers(init.headers).get("authorization") === "Bearer bearer-1"
        ? new Response(null, { status: 401 })
        : Response.json({ personData: {} }),
  );
  const numbers = Array.from({ length: 20 }, (_, number) => number);
  await agillic.clock.until(
    Promise.all(numbers.map((number) => client.findRecipient(other(number)))),
  );
  assertEquals(agillic.sent.filter(isExchange).length, 2);
  assertEquals(agillic.sent.length, 42);
});

Deno.test("an exchange that fails, fails for all who wait and is not kept", async () => {
  let fails = true;
  const { agillic, client } = oauth((request) => fails ? answer(500)(request) : issuing()(request));
  const both = [client.findRecipient(key), client.findRecipient(other(1))];
  for (const call of both) await assertRejects(() => call, AgillicError);
  assertEquals(agillic.sent.length, 1);
  fails = false;
  assert(await client.findRecipient(key) !== null);
});

Deno.test("an exchange is repeated like a read", async () => {
  let asked = 0;
  const issue = issuing();
  const { agillic, client } = oauth((request) =>
    ++asked < 3 ? answer(503)(request) : issue(request)
  );
  assert(await agillic.clock.until(client.findRecipient(key)) !== null);
  assertEquals(agillic.times, [0, 100, 300, 300]);
});

Deno.test("an exchange takes one of the places, and waits for one", async () => {
  const { agillic, client } = oauth(hang);
  client.findRecipient(key).catch(() => {});
  await agillic.clock.advance(0);
  assertEquals(agillic.sent.length, 1);
  await agillic.clock.advance(10_000);

  const busy = oauth(issuing({ expires_in: 61 }), found(), hang);
  await busy.client.findRecipient(key);
  for (let number = 0; number < 16; number++) {
    busy.client.achieveEvent(other(number), "welcome").catch(() => {});
  }
  await busy.agillic.clock.advance(1_000);
  assertEquals(busy.agillic.sent.length, 18);
  const error = await assertRejects(
    () => busy.agillic.clock.until(welcome(busy.client)),
    AgillicError,
  );
  assertEquals(error.code, "agillic_timeout");
  assertEquals(busy.agillic.sent.length, 18);
  assertEquals(busy.agillic.notSent, ["/oauth2/token"]);
  await busy.agillic.clock.advance(10_000);
});

Deno.test("exchange and call share the ten seconds, and a short read does not wait for longer than it may", async () => {
  const slowly = (step: Step): Step => async (request) => {
    await agillic.clock.delay(3_900);
    return await step(request);
  };
  const { agillic, client } = oauth(slowly(issuing()), slowly(answer(401)));
  const refused = client.findRecipient(key);
  const error = await assertRejects(() => agillic.clock.until(refused), AgillicError);
  assertEquals(error.code, "agillic_timeout");
  assert(agillic.elapsedMs <= 10_000);

  const short = oauth(hang);
  const status = short.client.listEmailStatus(key);
  const failure = await assertRejects(() => short.agillic.clock.until(status), AgillicError);
  assertEquals([failure.code, short.agillic.elapsedMs < 3_000], ["agillic_timeout", true]);
  // The exchange goes on for whoever comes next.
  await short.agillic.clock.advance(10_000);
  assertEquals(short.agillic.clock.timers, 0);
});
