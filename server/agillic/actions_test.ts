import { assertEquals, assertRejects } from "@std/assert";
import type { AgillicClient } from "./client.ts";
import { AgillicError } from "./errors.ts";
import { answer, broken, hang, ScriptedAgillic, type Step } from "./scripted_agillic_fixture.ts";

const key = { field: "EMAIL", value: "a@b.dk" };

const actions: Record<string, (client: AgillicClient) => Promise<unknown>> = {
  "triggering an event": (client) => client.achieveEvent(key, "welcome"),
  "creating a recipient": (client) => client.createRecipient({ field: "EMAIL", value: "a@b.dk" }),
};

const unknownOutcomes: Record<string, Step> = {
  "a broken connection": broken(),
  "a connection closed early": broken("connection closed before message completed"),
  "500": answer(500),
  "502": answer(502),
  "503": answer(503, "", { "retry-after": "1" }),
  "504": answer(504),
  "408": answer(408),
  "a redirect": answer(303, "", { location: "/done" }),
};

const definiteFailures: Record<string, [Step, string]> = {
  "400": [answer(400), ""],
  "401": [answer(401), "token_invalid"],
  "403": [answer(403), "token_invalid"],
  "418": [answer(418), "agillic_answer_unknown"],
  "a refused connection": [
    broken("client error (Connect): Connection refused"),
    "agillic_unavailable",
  ],
  "a refused connection, as Deno told it before 2.9": [
    () => {
      throw new TypeError("error sending request: client error (Connect): Connection refused");
    },
    "agillic_unavailable",
  ],
  "a name not found": [broken("client error (Connect): dns error"), "agillic_unavailable"],
};

for (const [what, act] of Object.entries(actions)) {
  const end = async (...steps: Step[]) => {
    const agillic = new ScriptedAgillic(...steps);
    const error = await assertRejects(
      () => agillic.clock.until(act(agillic.client)),
      AgillicError,
    );
    assertEquals(agillic.clock.timers, 0);
    return { agillic, error };
  };

  for (const [how, step] of Object.entries(unknownOutcomes)) {
    Deno.test(`${what}: after ${how} the outcome is unknown, and it is not repeated`, async () => {
      const { agillic, error } = await end(step);
      assertEquals(error.code, "outcome_unknown");
      assertEquals(agillic.sent.length, 1);
    });
  }

  Deno.test(`${what}: after ten seconds the outcome is unknown`, async () => {
    const { agillic, error } = await end(hang);
    assertEquals(error.code, "outcome_unknown");
    assertEquals(agillic.times, [0]);
    assertEquals(agillic.elapsedMs, 9_800);
  });

  for (const [how, [step, code]] of Object.entries(definiteFailures)) {
    Deno.test(`${what}: ${how} is definite, and not repeated`, async () => {
      const { agillic, error } = await end(step);
      if (code !== "") assertEquals(error.code, code);
      else assertEquals(error.status, 400);
      assertEquals(agillic.sent.length, 1);
    });
  }

  Deno.test(`${what}: 429 changed nothing, so that it is repeated`, async () => {
    const agillic = new ScriptedAgillic(
      answer(429, "", { "retry-after": "2" }),
      answer(429),
      answer(200),
    );
    await agillic.clock.until(act(agillic.client));
    assertEquals(agillic.times, [0, 2100, 2300]);
  });

  Deno.test(`${what}: an outcome unknown after a 429 is not repeated`, async () => {
    const { agillic, error } = await end(answer(429), broken(), answer(200));
    assertEquals(error.code, "outcome_unknown");
    assertEquals(agillic.sent.length, 2);
  });

  Deno.test(`${what}: a 429 that lasts is a definite failure`, async () => {
    const { agillic, error } = await end(answer(429));
    assertEquals(error.code, "rate_limited");
    assertEquals(agillic.sent.length, 4);
  });

  const successes: Record<string, Step> = {
    "empty": answer(200),
    "HTML": answer(200, "<html>"),
    "never ending": () => new Response(new ReadableStream()),
    "broken": () => new Response(new ReadableStream({ start: (body) => body.error("reset") })),
  };
  for (const [how, step] of Object.entries(successes)) {
    Deno.test(`${what}: a 2xx is success though its body is ${how}`, async () => {
      const agillic = new ScriptedAgillic(step);
      await agillic.clock.until(act(agillic.client));
      assertEquals(agillic.elapsedMs, 0);
    });
  }

  Deno.test(`${what}: a refusal whose words never come is a refusal`, async () => {
    const { error } = await end(() => new Response(new ReadableStream(), { status: 403 }));
    assertEquals([error.code, error.status], ["token_invalid", 403]);
  });

  Deno.test(`${what}: two at the same moment are two`, async () => {
    const agillic = new ScriptedAgillic(answer(200));
    await Promise.all([act(agillic.client), act(agillic.client)]);
    assertEquals(agillic.sent.length, 2);
  });
}
