import { assert, assertEquals, assertFalse, assertRejects, assertStrictEquals } from "@std/assert";
import { AgillicError } from "./errors.ts";
import { answer, found, hang, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const key = { field: "EMAIL", value: "a@b.dk" };
const other = (number: number) => ({ field: "EMAIL", value: `a${number}@b.dk` });

Deno.test("equal reads at the same moment share one call", async () => {
  const agillic = new ScriptedAgillic(found());
  const [first, second] = await Promise.all([
    agillic.client.findRecipient(key),
    agillic.client.findRecipient(key),
  ]);
  assertEquals(first, second);
  assertEquals(agillic.sent.length, 1);
});

Deno.test("reads one after the other are not shared", async () => {
  const agillic = new ScriptedAgillic(found());
  await agillic.client.findRecipient(key);
  await agillic.client.findRecipient(key);
  assertEquals(agillic.sent.length, 2);
});

Deno.test("reads of others, or with another token, are not shared", async () => {
  const agillic = new ScriptedAgillic(found());
  await Promise.all([
    agillic.client.findRecipient(key),
    agillic.client.findRecipient(other(1)),
    agillic.clientOf("another").findRecipient(key),
  ]);
  assertEquals(agillic.sent.length, 3);
});

Deno.test("a read after an action does not share one that was begun before it", async () => {
  const ends: ((response: Response) => void)[] = [];
  const slowly = () => new Promise<Response>((resolve) => ends.push(resolve));
  const agillic = new ScriptedAgillic(slowly, answer(201), slowly, answer(500));
  const before = agillic.client.findRecipient(key);
  await agillic.client.createRecipient({ field: "EMAIL", value: "a@b.dk" });
  const after = agillic.client.findRecipient(key);
  ends[0]?.(new Response(null, { status: 404 }));
  assertEquals(await before, null);
  // The end of the old one leaves the new one to be shared.
  const joined = agillic.client.findRecipient(key);
  ends[1]?.(Response.json({ personData: {} }));
  assert(await after !== null);
  assert(await joined !== null);
  assertEquals(agillic.sent.length, 3);
});

Deno.test("a shared read that fails, fails for all and is not kept", async () => {
  const agillic = new ScriptedAgillic(answer(500), found());
  const both = [agillic.client.findRecipient(key), agillic.client.findRecipient(key)];
  for (const call of both) await assertRejects(() => call, AgillicError);
  assertEquals(agillic.sent.length, 1);
  assert(await agillic.client.findRecipient(key) !== null);
});

Deno.test("at most sixteen calls of a credential are in flight, and the next starts when one ends", async () => {
  const ends: (() => void)[] = [];
  const agillic = new ScriptedAgillic(() =>
    new Promise((resolve) => {
      ends.push(() => resolve(Response.json({ personData: {} })));
    })
  );
  const calls = Array.from(
    { length: 20 },
    (_, number) => agillic.client.findRecipient(other(number)),
  );
  await agillic.clock.advance(0);
  assertEquals(agillic.sent.length, 16);
  ends[3]?.();
  await agillic.clock.advance(0);
  assertEquals(agillic.sent.length, 17);
  for (let end = ends.shift(); end !== undefined; end = ends.shift()) {
    end();
    await agillic.clock.advance(0);
  }
  await Promise.all(calls);
  assertEquals(agillic.sent.length, 20);
  assertEquals(agillic.clock.timers, 0);
});

Deno.test("one credential does not wait for another", async () => {
  const agillic = new ScriptedAgillic(hang);
  for (let number = 0; number < 16; number++) {
    agillic.client.findRecipient(other(number)).catch(() => {});
  }
  agillic.clientOf("another").findRecipient(key).catch(() => {});
  assertEquals(agillic.sent.length, 17);
  await agillic.clock.advance(10_000);
});

Deno.test("waiting for a place counts: an action that never got one was not sent", async () => {
  const agillic = new ScriptedAgillic(hang);
  for (let number = 0; number < 16; number++) {
    agillic.client.achieveEvent(other(number), "welcome").catch(() => {});
  }
  const waiting = agillic.client.achieveEvent(key, "welcome");
  const error = await assertRejects(() => agillic.clock.until(waiting), AgillicError);
  assertEquals(error.code, "agillic_timeout");
  assertEquals(agillic.notSent, ["/recipients/:id/events/:event/:achieveEvent"]);
  assert(agillic.elapsedMs <= 10_000);
  assertEquals(agillic.sent.length, 16);
  await agillic.clock.advance(1000);
  assertEquals(agillic.clock.timers, 0);
  assertEquals(agillic.sent.length, 16);
});

Deno.test("a call that waited ends within ten seconds of its beginning", async () => {
  const agillic = new ScriptedAgillic(hang);
  for (let number = 0; number < 16; number++) {
    agillic.client.findRecipient(other(number)).catch(() => {});
  }
  await agillic.clock.advance(2000);
  const waiting = agillic.client.findRecipient(key);
  await assertRejects(() => agillic.clock.until(waiting), AgillicError);
  assertEquals(agillic.elapsedMs, 11_800);
  await agillic.clock.advance(10_000);
});

Deno.test("no place is held between two attempts", async () => {
  const agillic = new ScriptedAgillic(({ url }) =>
    url.includes("a0")
      ? new Response("", { status: 429, headers: { "retry-after": "5" } })
      : Response.json({ personData: {} })
  );
  const limited = Array.from(
    { length: 16 },
    (_, number) => agillic.client.findRecipient({ field: "EMAIL", value: `a0${number}@b.dk` }),
  );
  await agillic.clock.advance(1000);
  assert(await agillic.client.findRecipient(key) !== null);
  for (const call of limited) call.catch(() => {});
  await agillic.clock.advance(10_000);
});

Deno.test("a credential keeps its client while it is used, and is forgotten among many others", () => {
  const agillic = new ScriptedAgillic(found());
  const kept = agillic.clientOf("kept");
  const forgotten = agillic.clientOf("forgotten");
  for (let number = 0; number < 499; number++) {
    agillic.clientOf(`token-${number}`);
    assertStrictEquals(agillic.clientOf("kept"), kept);
  }
  assertFalse(agillic.clientOf("forgotten") === forgotten);
});

Deno.test("a credential with calls in flight is not forgotten", async () => {
  const agillic = new ScriptedAgillic(hang);
  const busy = agillic.clientOf("busy");
  busy.findRecipient(key).catch(() => {});
  for (let number = 0; number < 1000; number++) agillic.clientOf(`token-${number}`);
  assertStrictEquals(agillic.clientOf("busy"), busy);
  await agillic.clock.advance(10_000);
});
