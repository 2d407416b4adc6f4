import { assert, assertEquals, assertRejects } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import type { AgillicClient } from "./client.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";

const mette = { field: "EMAIL", value: "mette@example.dk" };
const period = { from: new Date("2026-08-22T00:00:00Z"), to: new Date("2026-11-22T12:00:00Z") };

const reads: Record<string, (client: AgillicClient) => Promise<unknown>> = {
  findRecipient: (client) => client.findRecipient(mette),
  listMatchingRecipients: (client) => client.listMatchingRecipients(mette),
  listCommunications: (client) => client.listCommunications(mette, period),
  listPersonDataFields: (client) => client.listPersonDataFields(),
};

const actions: Record<string, (client: AgillicClient) => Promise<unknown>> = {
  createRecipient: (client) => client.createRecipient({ field: "EMAIL", value: "ny@example.dk" }),
  achieveEvent: (client) => client.achieveEvent(mette, "welcome_event"),
};

for (const [name, call] of Object.entries({ ...reads, ...actions })) {
  for (const authFailureStatus of [401, 403] as const) {
    Deno.test(`${name}: a wrong token answered with ${authFailureStatus} is invalid`, async () => {
      const { clientOf, simulator } = connect(createAgillicSimulator);
      for (const errorBody of ["json", "text", "empty", "html"] as const) {
        simulator.set({ authFailureStatus, errorBody });
        const error = await assertRejects(() => call(clientOf("d3Jvbmc=")), AgillicError);
        assertEquals([error.code, error.status], ["token_invalid", authFailureStatus]);
      }
      assertEquals(simulator.calls.length, 4);
    });
  }
}

for (const [name, read] of Object.entries(reads)) {
  const survived = {
    "a 429 burst": { rateLimitNext: 3 },
    "503": { failNext: 3 },
    "502": { failNext: 1, failStatus: 502 },
    "dropped connections": { dropNext: 3 },
    "a call that hangs": { hangNext: 1 },
    "a body that breaks": { brokenBodyNext: 2 },
    "slowness": { latencyMs: 3900 },
  } as const;
  for (const [what, switches] of Object.entries(survived)) {
    Deno.test(`${name} survives ${what}`, async () => {
      const { client, clock, simulator } = connect(createAgillicSimulator);
      simulator.set(switches);
      assert(await clock.until(read(client)) !== null);
      assertEquals(clock.timers, 0);
    });
  }

  const fatal = {
    "a 429 that lasts": [{ rateLimitNext: 9 }, "rate_limited"],
    "a 429 that asks for an hour": [{ rateLimitNext: 1, retryAfter: "3600" }, "rate_limited"],
    "503 that lasts": [{ failNext: 9 }, "agillic_unavailable"],
    "500": [{ failNext: 1, failStatus: 500 }, "agillic_unavailable"],
    "a service that is down": [{ down: true }, "agillic_unavailable"],
    "a service that hangs": [{ hangNext: 9 }, "agillic_timeout"],
    "a service that is too slow": [{ latencyMs: 4100 }, "agillic_timeout"],
    "half a body": [{ halfBodyNext: 1 }, "agillic_answer_unknown"],
    "bodies that break": [{ brokenBodyNext: 9 }, "agillic_answer_unknown"],
    "an unexpected shape": [{ unexpectedShapeNext: 1 }, "agillic_answer_unknown"],
    "HTML": [{ htmlBodyNext: 1 }, "agillic_answer_unknown"],
  } as const;
  for (const [what, [switches, code]] of Object.entries(fatal)) {
    Deno.test(`${name} names ${what} within ten seconds`, async () => {
      const { client, clock, simulator } = connect(createAgillicSimulator);
      simulator.set(switches);
      const startedMs = clock.now();
      const error = await assertRejects(() => clock.until(read(client)), AgillicError);
      assertEquals(error.code, code);
      assert(clock.now() - startedMs <= 10_000);
      assertEquals(clock.timers, 0);
    });
  }
}

Deno.test("an empty body is an unknown answer about a recipient, and an empty history", async () => {
  const { client, clock, simulator } = connect(createAgillicSimulator);
  simulator.set({ emptyBodyNext: 1 });
  const find = client.findRecipient(mette);
  const error = await assertRejects(() => clock.until(find), AgillicError);
  assertEquals(error.code, "agillic_answer_unknown");
  simulator.set({ emptyBodyNext: 1 });
  assertEquals(await clock.until(client.listCommunications(mette, period)), []);
});

Deno.test("both spellings of an address share the ten seconds", async () => {
  const { client, clock, simulator } = connect(createAgillicSimulator);
  simulator.set({ rateLimitNext: 1, retryAfter: "7", latencyMs: 1000 });
  const startedMs = clock.now();
  const call = client.findRecipient({ field: "EMAIL", value: "Mette@example.dk" });
  const error = await assertRejects(() => clock.until(call), AgillicError);
  assertEquals(error.code, "agillic_timeout");
  assert(clock.now() - startedMs <= 10_000);
  assertEquals(simulator.calls.length, 3);
});

Deno.test("a hundred reads at once never exceed what Agillic allows", async () => {
  const { client, clock, simulator } = connect(createAgillicSimulator);
  simulator.set({ concurrentCalls: 16, latencyMs: 100 });
  const values = Array.from({ length: 100 }, (_, number) => `nobody${number}@example.dk`);
  await clock.until(
    Promise.all(values.map((value) => client.findRecipient({ field: "EMAIL", value }))),
  );
  assertEquals(simulator.calls.length, 100);
  assert(simulator.calls.every(({ outcome }) => outcome === 404));
});
