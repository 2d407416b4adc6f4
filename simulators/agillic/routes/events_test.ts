import { assertEquals } from "@std/assert";
import { createDefaultSeed } from "../seed.ts";
import { call, createTestSimulator, historyPath, noon, readPersonData } from "../client_fixture.ts";

const mette = "/recipients/EMAIL=mette%40example.dk";

Deno.test(":achieveEvent answers 200 with nothing, counts, and the mail shows when it is sent", async () => {
  const simulator = createTestSimulator();
  const answer = await call(simulator, `POST ${mette}/events/welcome_event/:achieveEvent`);
  assertEquals([answer.status, await answer.text()], [200, ""]);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
  assertEquals(simulator.achieved(".EbrB", "welcome_event"), 1);

  const listWelcomes = async () => {
    const rows = await call(simulator, `POST ${historyPath("mette@example.dk", noon + 60_000)}`);
    return (await rows.json()).filter((row: { communicationId: string }) =>
      row.communicationId === "Welcome to Acme"
    ).length;
  };
  simulator.clock.now += 3999;
  assertEquals(await listWelcomes(), 0);
  simulator.clock.now += 1;
  assertEquals(await listWelcomes(), 1);
  assertEquals(await listWelcomes(), 1);
});

Deno.test("an unknown event is 404 to achieve and to read, and nothing is counted", async () => {
  const simulator = createTestSimulator();
  simulator.set({ unknownEvents: ["welcome_event"] });
  for (const event of ["dwelcome_event", "welcome_event"]) {
    const achieved = await call(simulator, `POST ${mette}/events/${event}/:achieveEvent`);
    assertEquals(achieved.status, 404);
    assertEquals((await call(simulator, `GET ${mette}/events/${event}`)).status, 404);
    assertEquals(simulator.achieved("mette@example.dk", event), 0);
  }
});

Deno.test("an event of an unknown recipient is 404", async () => {
  const path = "/recipients/EMAIL=nobody%40example.dk/events/welcome_event";
  const simulator = createTestSimulator();
  assertEquals((await call(simulator, `POST ${path}/:achieveEvent`)).status, 404);
  assertEquals((await call(simulator, `GET ${path}`)).status, 404);
});

Deno.test("without reset the second achievement counts, answers 200, and changes nothing", async () => {
  const simulator = createTestSimulator();
  const pause = () => call(simulator, `POST ${mette}/events/pause_communication/:achieveEvent`);
  assertEquals((await pause()).status, 200);
  const { COMMUNICATION_PAUSED_UNTIL: until } = await readPersonData(simulator, "mette@example.dk");
  assertEquals(until, "29.06.2026 12:00:00");
  simulator.clock.now += 86_400_000;
  assertEquals((await pause()).status, 200);
  const after = await readPersonData(simulator, "mette@example.dk");
  assertEquals(after.COMMUNICATION_PAUSED_UNTIL, until);
  const read = await call(simulator, `GET ${mette}/events/pause_communication`);
  assertEquals(await read.json(), { name: "pause_communication", count: 2 });
});

Deno.test("with reset the side effects fire again each time the count is reached", async () => {
  const { fields, recipients } = createDefaultSeed(noon);
  const simulator = createTestSimulator({
    flowDelayMs: 0,
    seed: {
      fields,
      recipients,
      events: [{
        name: "second visit",
        firesAt: 2,
        reset: true,
        sideEffects: [{ do: "send", communication: "Thank you", channel: "SMS" }],
      }],
    },
  });
  for (let visit = 0; visit < 5; visit++) {
    await call(simulator, `POST ${mette}/events/second%20visit/:achieveEvent`);
  }
  const rows = await (await call(simulator, `POST ${historyPath("mette@example.dk")}`)).json();
  const sent = rows.filter((row: { communicationId: string }) =>
    row.communicationId === "Thank you"
  );
  assertEquals(sent.length, 2);
  const read = await call(simulator, `GET ${mette}/events/second%20visit`);
  assertEquals((await read.json()).count, 1);
  assertEquals(simulator.achieved("mette@example.dk", "second visit"), 5);
});

Deno.test("a flow sends no mail to an address that bounces, though the event answers 200", async () => {
  const simulator = createTestSimulator({ flowDelayMs: 0 });
  const path = "/recipients/EMAIL=bounced%40example.dk/events/welcome_event/:achieveEvent";
  assertEquals((await call(simulator, `POST ${path}`)).status, 200);
  const rows = await (await call(simulator, `POST ${historyPath("bounced@example.dk")}`)).json();
  assertEquals(rows.length, 3);
});

Deno.test(":achieveWithContext wants context_parameters with a name", async () => {
  const simulator = createTestSimulator();
  const path = `POST ${mette}/events/welcome_event/:achieveWithContext`;
  const body = { context_parameters: { name: "order", ORDER_ID: "20117" } };
  assertEquals((await call(simulator, path, { body })).status, 200);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
  assertEquals((await call(simulator, path, { body: {} })).status, 400);
  assertEquals((await call(simulator, path)).status, 415);
  assertEquals(simulator.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test(":achieveWithContext refuses a schema and a field that there are not, as the switch says", async () => {
  const simulator = createTestSimulator();
  const path = `POST ${mette}/events/order_late/:achieveWithContext`;
  const answerTo = (context: Record<string, string>) =>
    call(simulator, path, { body: { context_parameters: context } });
  for (const unknownContext of [400, 404, 422] as const) {
    simulator.set({ unknownContext });
    const schema = await answerTo({ name: "parcel", ORDER_ID: "1" });
    assertEquals([schema.status, (await schema.json()).code], [unknownContext, "UNKNOWN_CONTEXT"]);
    const field = await answerTo({ name: "order", PARCEL_ID: "1" });
    assertEquals((await field.json()).message, "The context schema order has no field PARCEL_ID");
  }
  assertEquals(simulator.achieved("mette@example.dk", "order_late"), 0);
  simulator.set({ unknownContext: "taken" });
  assertEquals((await answerTo({ name: "parcel", ORDER_ID: "1" })).status, 200);
  assertEquals(simulator.contextOf("mette@example.dk", "order_late"), {
    name: "parcel",
    ORDER_ID: "1",
  });
});

Deno.test(":achieveEvent refuses a content type that is not JSON", async () => {
  const answer = await call(
    createTestSimulator(),
    `POST ${mette}/events/welcome_event/:achieveEvent`,
    { headers: { "Content-Type": "application/x-www-form-urlencoded" } },
  );
  assertEquals(answer.status, 415);
});

Deno.test("double opt-in: created, mailed, clicked, and the permission is there", async () => {
  const simulator = createTestSimulator();
  await call(simulator, "POST /recipients", { body: { personData: { EMAIL: "new@example.dk" } } });
  const path = "/recipients/EMAIL=new%40example.dk/events/double_opt_in/:achieveEvent";
  assertEquals((await call(simulator, `POST ${path}`)).status, 200);
  simulator.clock.now += 4000;
  const history = `POST ${historyPath("new@example.dk", simulator.clock.now)}`;
  const [mail] = await (await call(simulator, history)).json();
  assertEquals(mail.communicationId, "Confirm your email");
  assertEquals((await readPersonData(simulator, "new@example.dk")).EMAIL_PERMISSION, undefined);

  simulator.clickDoubleOptIn("new@example.dk");
  const confirmed = await readPersonData(simulator, "new@example.dk");
  assertEquals(confirmed.EMAIL_PERMISSION, "TRUE");
  assertEquals(confirmed.EMAIL_PERMISSION_UPDATE, "15.06.2026 12:00:04");
  const [clicked] = await (await call(simulator, history)).json();
  assertEquals(clicked.additionalFields.clickedTimeStamp, "15.06.2026 12:00:04");
});
