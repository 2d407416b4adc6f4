import { assertEquals, assertMatch, assertNotMatch, assertRejects } from "@std/assert";
import { errorWords } from "./answers.ts";
import { AgillicError } from "./errors.ts";
import { answer, broken, hang, ScriptedAgillic, type Step } from "./scripted_agillic_fixture.ts";

const key = { field: "EMAIL", value: "a@b.dk" };

/** The error in which finding a recipient ends. */
async function failureOf(agillic: ScriptedAgillic): Promise<AgillicError> {
  const call = agillic.client.findRecipient(key);
  return await assertRejects(() => agillic.clock.until(call), AgillicError);
}

const notUnderstood: Record<string, Step> = {
  "an empty body": answer(200),
  "a body that is HTML": answer(200, "<!DOCTYPE html><h1>Sign in</h1>"),
  "half a body": answer(200, `{"personData":{"EMAIL":"a@b`),
  "JSON of another shape": answer(200, `{"person":{}}`),
  "personData that is no object": answer(200, `{"personData":["EMAIL"]}`),
  "null": answer(200, "null"),
  "a redirect": answer(302, "", { location: "https://elsewhere.example/" }),
  "a body above 20 MB": answer(200, `{"personData":{}}`, { "content-length": "20971521" }),
  "bytes that are not UTF-8": () => new Response(new Uint8Array([0x7b, 0xf8, 0x7d])),
  "a charset that nobody knows": answer(200, `{"personData":{}}`, {
    "content-type": "application/json; charset=martian",
  }),
  "a status nobody knows": answer(418),
};

for (const [what, step] of Object.entries(notUnderstood)) {
  Deno.test(`${what} is an answer not understood`, async () => {
    const agillic = new ScriptedAgillic(step);
    const error = await failureOf(agillic);
    assertEquals(error.code, "agillic_answer_unknown");
    assertEquals(agillic.sent.length, 1);
  });
}

Deno.test("an error says what it is though its body breaks, never comes or never ends", async () => {
  const encoder = new TextEncoder();
  const chunk = encoder.encode("x".repeat(4096));
  const bodies: [ReadableStream, number][] = [
    [new ReadableStream({ start: (body) => body.error(new TypeError("reset")) }), 0],
    [new ReadableStream({ pull: (body) => body.enqueue(chunk) }), 0],
    [new ReadableStream(), 4000],
  ];
  for (const [body, elapsedMs] of bodies) {
    const agillic = new ScriptedAgillic(() => new Response(body, { status: 404 }));
    assertEquals(await agillic.clock.until(agillic.client.findRecipient(key)), null);
    assertEquals(agillic.sent.length, 1);
    assertEquals(agillic.elapsedMs, elapsedMs);
  }
});

Deno.test("errors name the action, and neither address, token nor body", async () => {
  const body = "secret-body a@b.dk";
  const steps = [
    answer(200, body),
    answer(200, `{"personData":"${body}"}`),
    answer(403, body),
    answer(500, body),
    answer(429, body, { "retry-after": "60" }),
    answer(418, body),
    broken(),
    broken("client error (Connect): dns error"),
    hang,
  ];
  for (const step of steps) {
    const agillic = new ScriptedAgillic(step);
    const error = await failureOf(agillic);
    assertMatch(error.message, /^Finding the recipient failed: /);
    const told = `${error.message} ${error.stack}`;
    assertNotMatch(told, /a@b|a%40b|Basic|secret-body/);
  }
});

const wordsOf = (text: string) => errorWords({ status: 404, text });

Deno.test("errorWords finds the words in JSON and in plain text", () => {
  assertEquals(wordsOf(`{"status":"404","message":"No such event"}`), "No such event");
  assertEquals(wordsOf("No such event"), "No such event");
});

Deno.test("errorWords has no words for an empty, an HTML or another JSON body", () => {
  const bodies = ["", "<!DOCTYPE html><h1>404</h1>", `{"status":"404"}`, `{"message":7}`];
  for (const body of [...bodies, `{"mess`, " [1]", `"x"`]) assertEquals(wordsOf(body), "", body);
});
