import { assert, assertEquals, assertRejects } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";
import { answer, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const email = (value: string) => ({ field: "EMAIL", value });
const mette = email("mette@example.dk");

Deno.test("achieveEvent achieves once", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  await client.achieveEvent(mette, "welcome_event");
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("achieveEvent: its mail is in the history when the flow has sent it", async () => {
  const { client, clock } = connect(createAgillicSimulator);
  const newest = async () => {
    const to = new Date(clock.now());
    const from = new Date(clock.now() - 86_400_000);
    return (await client.listCommunications(mette, { from, to }))[0]?.name;
  };
  await client.achieveEvent(mette, "welcome_event");
  assert(await newest() !== "Welcome to Acme");
  await clock.advance(4000);
  assertEquals(await newest(), "Welcome to Acme");
});

for (const errorBody of ["json", "text", "empty", "html"] as const) {
  Deno.test(`achieveEvent says that an event is not valid, the error being ${errorBody}`, async () => {
    const { client, simulator } = connect(createAgillicSimulator);
    simulator.set({ errorBody });
    for (const name of ["dwelcome_event", "a b/c?d"]) {
      const error = await assertRejects(() => client.achieveEvent(mette, name), AgillicError);
      assertEquals([error.code, error.status], ["event_not_valid", 404]);
    }
  });
}

Deno.test("achieveEvent knows an event that the instance has taken away", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ unknownEvents: ["welcome_event"] });
  const error = await assertRejects(
    () => client.achieveEvent(mette, "welcome_event"),
    AgillicError,
  );
  assertEquals(error.code, "event_not_valid");
});

Deno.test("achieveEvent refuses a name that no path can carry without a call", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  for (const name of ["", "..", "."]) {
    const error = await assertRejects(() => client.achieveEvent(mette, name), AgillicError);
    assertEquals([error.code, error.status], ["event_not_valid", null]);
    assertEquals(await client.hasEvent(mette, name), false);
  }
  assertEquals(simulator.calls.length, 0);
});

Deno.test("achieveEvent says that the recipient is gone when Agillic does", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  // The address names an event, which must not be taken for Agillic's words.
  const gone = client.achieveEvent(email("events@example.dk"), "welcome_event");
  const error = await assertRejects(() => gone, AgillicError);
  assertEquals([error.code, error.status], ["recipient_not_found", 404]);

  simulator.set({ errorBody: "empty" });
  const unsaid = client.achieveEvent(email("events@example.dk"), "welcome_event");
  assertEquals((await assertRejects(() => unsaid, AgillicError)).code, "event_not_valid");
});

Deno.test("achieveEvent does not take an event's name for the recipient", async () => {
  const agillic = new ScriptedAgillic(answer(404, "Unknown: new_recipient"));
  const call = agillic.client.achieveEvent(mette, "new_recipient");
  assertEquals((await assertRejects(() => call, AgillicError)).code, "event_not_valid");
});

Deno.test("achieveEvent does not guess another spelling of the address", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  const call = client.achieveEvent(email("Mette@example.dk"), "welcome_event");
  await assertRejects(() => call, AgillicError);
  assertEquals(simulator.calls.length, 1);
});

Deno.test("achieveEvent says when the field is not unique", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ emailUnique: false });
  const call = client.achieveEvent(mette, "welcome_event");
  assertEquals((await assertRejects(() => call, AgillicError)).code, "email_field_not_unique");
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
});

Deno.test("achieveEvent: 429 is repeated and achieves once", async () => {
  const { client, clock, simulator } = connect(createAgillicSimulator);
  simulator.set({ rateLimitNext: 2 });
  await clock.until(client.achieveEvent(mette, "welcome_event"));
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
  assertEquals(simulator.calls.length, 3);
});

for (const fault of ["dropAfterDoingNext", "stallAfterDoingNext"] as const) {
  Deno.test(`achieveEvent: ${fault} leaves the outcome unknown, and it is not repeated`, async () => {
    const { client, clock, simulator } = connect(createAgillicSimulator);
    simulator.set({ [fault]: 1 });
    const call = clock.until(client.achieveEvent(mette, "welcome_event"));
    assertEquals((await assertRejects(() => call, AgillicError)).code, "outcome_unknown");
    assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
    assertEquals(simulator.calls.length, 1);
  });
}

const order = (key: string, schema = "order") => ({ schema, values: new Map([[key, "7 & 8"]]) });

Deno.test("achieveEvent sends a context as JSON, the same again after 429", async () => {
  const agillic = new ScriptedAgillic(answer(429), answer(200));
  const call = agillic.client.achieveEvent(mette, "late/order", order("ORDER_ID"));
  await agillic.clock.until(call);
  assertEquals(agillic.sent.map(({ url }) => url), [
    ...Array(2).fill(
      "https://agillic.example/recipients/EMAIL=mette%40example.dk/events/late%2Forder/:achieveWithContext",
    ),
  ]);
  for (const { init } of agillic.sent) {
    assertEquals(init.body, '{"context_parameters":{"name":"order","ORDER_ID":"7 & 8"}}');
    assertEquals(new Headers(init.headers).get("content-type"), "application/json; charset=utf-8");
  }
});

for (const errorBody of ["json", "text", "empty", "html"] as const) {
  Deno.test(`achieveEvent says that a context is not valid, the error being ${errorBody}`, async () => {
    const { client, simulator } = connect(createAgillicSimulator);
    simulator.set({ errorBody });
    for (const context of [order("PARCEL_ID"), order("ORDER_ID", "parcel")]) {
      const call = client.achieveEvent(mette, "order_late", context);
      const error = await assertRejects(() => call, AgillicError);
      assertEquals([error.code, error.status], ["context_not_valid", 400]);
    }
    assertEquals(simulator.achieved("mette@example.dk", "order_late"), 0);
  });
}

Deno.test("achieveEvent with a context still knows what else Agillic refuses", async () => {
  const refusals = [
    [answer(404, "The context schema order does not exist"), "context_not_valid"],
    [answer(404, "The event order_late does not exist"), "event_not_valid"],
    [answer(404, "No recipient mette@example.dk"), "recipient_not_found"],
    [answer(400, "EMAIL is not a unique Person Data field"), "email_field_not_unique"],
    [answer(422), "context_not_valid"],
  ] as const;
  for (const [refusal, code] of refusals) {
    const agillic = new ScriptedAgillic(refusal);
    const call = agillic.client.achieveEvent(mette, "order_late", order("ORDER_ID"));
    assertEquals((await assertRejects(() => call, AgillicError)).code, code);
  }
});

Deno.test("hasEvent reads and never achieves", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  assertEquals(await client.hasEvent(mette, "welcome_event"), true);
  assertEquals(await client.hasEvent(mette, "dwelcome_event"), false);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 0);
});

Deno.test("hasEvent does not take the lower-cased address for Agillic's words", async () => {
  const agillic = new ScriptedAgillic(
    answer(404, "No recipient Events@b.dk"),
    answer(404, "No recipient events@b.dk"),
  );
  const call = agillic.client.hasEvent(email("Events@b.dk"), "welcome_event");
  assertEquals((await assertRejects(() => call, AgillicError)).code, "recipient_not_found");
});

Deno.test("hasEvent says that the recipient to read it on is missing", async () => {
  const { client } = connect(createAgillicSimulator);
  const call = client.hasEvent(email("nobody@example.dk"), "welcome_event");
  assertEquals((await assertRejects(() => call, AgillicError)).code, "recipient_not_found");
});
