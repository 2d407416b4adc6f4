import { assert, assertEquals, assertNotMatch, assertRejects } from "@std/assert";
import { AgillicError } from "./errors.ts";
import { answer, broken, found, hang, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const key = { field: "EMAIL", value: "a@b.dk" };

/** The error in which a call ends, with all timers it needs. */
async function failureOf(agillic: ScriptedAgillic, call: Promise<unknown>): Promise<AgillicError> {
  const error = await assertRejects(() => agillic.clock.until(call), AgillicError);
  assertEquals(agillic.clock.timers, 0);
  return error;
}

Deno.test("a read is sent as Agillic asks", async () => {
  const agillic = new ScriptedAgillic(found());
  await agillic.client.findRecipient(key);
  const [request] = agillic.sent;
  assertEquals(request?.url, "https://agillic.example/recipients/EMAIL=a%40b.dk");
  assertEquals(request?.init.method, "GET");
  assertEquals(request?.init.redirect, "manual");
  assertEquals(request?.init.headers, {
    accept: "application/json; charset=utf-8",
    authorization: "Basic token",
  });
});

Deno.test("a write says that it is JSON in UTF-8", async () => {
  const agillic = new ScriptedAgillic(answer(201));
  assertEquals(
    await agillic.client.createRecipient({ field: "EMAIL", value: "ø@b.dk" }),
    "created",
  );
  const [request] = agillic.sent;
  assertEquals(request?.init.method, "POST");
  assertEquals(request?.init.body, `{"personData":{"EMAIL":"ø@b.dk"}}`);
  const headers = new Headers(request?.init.headers);
  assertEquals(headers.get("content-type"), "application/json; charset=utf-8");
});

for (const status of [429, 502, 503, 504]) {
  Deno.test(`a read is repeated after ${status}, ever later`, async () => {
    const agillic = new ScriptedAgillic(answer(status), answer(status), answer(status), found());
    const recipient = await agillic.clock.until(agillic.client.findRecipient(key));
    assertEquals(recipient?.personData.get("EMAIL"), "a@b.dk");
    assertEquals(agillic.times, [0, 100, 300, 700]);
    assertEquals(agillic.clock.timers, 0);
  });
}

Deno.test("a read is repeated after a broken connection", async () => {
  const agillic = new ScriptedAgillic(
    broken(),
    broken("client error (Connect): tcp connect error"),
    found(),
  );
  assert(await agillic.clock.until(agillic.client.findRecipient(key)) !== null);
  assertEquals(agillic.times, [0, 100, 300]);
});

Deno.test("a read is given up after the fourth attempt", async () => {
  const agillic = new ScriptedAgillic(answer(503));
  const error = await failureOf(agillic, agillic.client.findRecipient(key));
  assertEquals([error.code, error.status], ["agillic_unavailable", 503]);
  assertEquals(agillic.sent.length, 4);
});

for (const status of [500, 501, 505]) {
  Deno.test(`a read is not repeated after ${status}`, async () => {
    const agillic = new ScriptedAgillic(answer(status));
    const error = await failureOf(agillic, agillic.client.findRecipient(key));
    assertEquals([error.code, error.status], ["agillic_unavailable", status]);
    assertEquals(agillic.sent.length, 1);
  });
}

Deno.test("Retry-After is waited for, in seconds or until a date", async () => {
  const inFourSeconds = new Date(Date.UTC(2026, 10, 22, 12, 0, 5)).toUTCString();
  const agillic = new ScriptedAgillic(
    answer(429, "", { "retry-after": "1" }),
    answer(503, "", { "retry-after": inFourSeconds }),
    found(),
  );
  assert(await agillic.clock.until(agillic.client.findRecipient(key)) !== null);
  assertEquals(agillic.times, [0, 1100, 5200]);
});

Deno.test("a Retry-After beyond the ten seconds ends the call at once", async () => {
  const agillic = new ScriptedAgillic(answer(429, "", { "retry-after": "60" }));
  const error = await failureOf(agillic, agillic.client.findRecipient(key));
  assertEquals(error.code, "rate_limited");
  assertEquals(agillic.elapsedMs, 0);
});

Deno.test("a Retry-After that leaves no time for an attempt ends the call at once", async () => {
  const agillic = new ScriptedAgillic(answer(503, "", { "retry-after": "9.6" }));
  const error = await failureOf(agillic, agillic.client.findRecipient(key));
  assertEquals(error.code, "agillic_unavailable");
  assertEquals(agillic.elapsedMs, 0);
});

Deno.test("an unreadable Retry-After counts as none", async () => {
  const agillic = new ScriptedAgillic(answer(429, "", { "retry-after": "soon" }), found());
  assert(await agillic.clock.until(agillic.client.findRecipient(key)) !== null);
  assertEquals(agillic.times, [0, 100]);
});

Deno.test("an attempt at a read takes four seconds at most, the call ten", async () => {
  const agillic = new ScriptedAgillic(hang);
  const error = await failureOf(agillic, agillic.client.findRecipient(key));
  assertEquals([error.code, error.status], ["agillic_timeout", null]);
  assertEquals(agillic.times, [0, 4100, 8300]);
  assertEquals(agillic.elapsedMs, 9_800);
  assert(agillic.sent.every(({ init }) => init.signal?.aborted));
});

Deno.test("a body that never ends is a timeout too", async () => {
  const agillic = new ScriptedAgillic(() => new Response(new ReadableStream()));
  const error = await failureOf(agillic, agillic.client.findRecipient(key));
  assertEquals([error.code, error.status], ["agillic_timeout", 200]);
  assertEquals(agillic.elapsedMs, 9_800);
});

Deno.test("a connection that breaks within the body is repeated, then an answer not understood", async () => {
  const half = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(`{"personData":`));
          controller.error(new TypeError("connection reset"));
        },
      }),
    );
  const agillic = new ScriptedAgillic(half, half, found());
  assert(await agillic.clock.until(agillic.client.findRecipient(key)) !== null);
  const lasting = new ScriptedAgillic(half);
  const error = await failureOf(lasting, lasting.client.findRecipient(key));
  assertEquals([error.code, error.status], ["agillic_answer_unknown", 200]);
});

Deno.test("a token that no header can carry is invalid without a call", async () => {
  const agillic = new ScriptedAgillic(found());
  for (const token of ["", "a b", "a\nb", "ø"]) {
    const error = await failureOf(agillic, agillic.clientOf(token).findRecipient(key));
    assertEquals(error.code, "token_invalid");
    assertNotMatch(`${error.message}`, /a.b|ø/);
  }
  assertEquals(agillic.sent, []);
});
