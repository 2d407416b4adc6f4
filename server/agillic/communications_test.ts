import { assert, assertEquals, assertRejects } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";
import { answer, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const DAY_MS = 86_400_000;
const email = (value: string) => ({ field: "EMAIL", value });
const mette = email("mette@example.dk");

function lastDays(days: number, nowMs: number): { from: Date; to: Date } {
  return { from: new Date(nowMs - days * DAY_MS), to: new Date(nowMs) };
}

const shapes = {
  "the likeliest Agillic": {},
  "ISO times": { timestampFormat: "iso" },
  "newest first": { historyOrder: "newest" },
  "no order": { historyOrder: "none" },
  "the other spelling of clicked": { clickedSpelling: "clickedTimestamp" },
  "bounces as text": { bouncedAs: "string" },
  "bounces as times": { bouncedAs: "timestamp" },
} as const;

for (const [what, switches] of Object.entries(shapes)) {
  Deno.test(`listCommunications reads a history with ${what}`, async () => {
    const { client, clock, simulator } = connect(createAgillicSimulator);
    simulator.set(switches);
    const communications = await client.listCommunications(mette, lastDays(92, clock.now()));
    assertEquals(communications.map(({ channel, activity }) => `${channel} ${activity}`), [
      "EMAIL opened",
      "INBOUND_SMS ",
      "SMS ",
      "TRANSACTIONAL_EMAIL clicked",
      "WHATSAPP ",
      "EMAIL not_opened",
      "EMAIL not_opened",
      "PUSH_NOTIFICATION opened",
      "EMAIL opened",
      "GOOGLE_CM ",
      "EMAIL hard_bounced",
      "FACEBOOK_CA ",
      "PRINT ",
      "EMAIL clicked",
    ]);
    const ages = communications.map(({ sentAt }) => clock.now() - Number(sentAt));
    assertEquals(ages.slice(0, 3), [5, 30, 31].map((hours) => hours * 3_600_000));
    assertEquals(simulator.calls.length, 1);
  });
}

Deno.test("listCommunications gives https links only", async () => {
  const { client, clock } = connect(createAgillicSimulator);
  const communications = await client.listCommunications(mette, lastDays(92, clock.now()));
  const byName = new Map(communications.map((one) => [one.name, one.storedUrl]));
  assertEquals(byName.get("Preview of the sale"), null);
  assert(byName.get("Newsletter no. 11")?.startsWith("https://mail.example.net/stored/"));
});

Deno.test("listCommunications without additionalFields claims no activity", async () => {
  const { client, clock, simulator } = connect(createAgillicSimulator);
  simulator.set({ historyWithoutAdditionalFields: true });
  const communications = await client.listCommunications(mette, lastDays(92, clock.now()));
  assertEquals(communications.length, 14);
  assertEquals(new Set(communications.map(({ activity }) => activity)), new Set([""]));
});

Deno.test("listCommunications is empty for somebody to whom nothing was sent", async () => {
  const { client, clock } = connect(createAgillicSimulator);
  const period = lastDays(92, clock.now());
  assertEquals(await client.listCommunications(email("empty@example.dk"), period), []);
});

Deno.test("listCommunications finds by the lower-cased address too", async () => {
  const { client, clock } = connect(createAgillicSimulator);
  const period = lastDays(92, clock.now());
  const communications = await client.listCommunications(email("METTE@example.dk"), period);
  assertEquals(communications.length, 14);
});

Deno.test("listCommunications says when there is no such recipient", async () => {
  const { client, clock } = connect(createAgillicSimulator);
  const call = client.listCommunications(email("nobody@example.dk"), lastDays(92, clock.now()));
  assertEquals((await assertRejects(() => call, AgillicError)).code, "recipient_not_found");
});

Deno.test("listCommunications says when the field is not unique", async () => {
  const { client, clock, simulator } = connect(createAgillicSimulator);
  simulator.set({ emailUnique: false });
  const call = client.listCommunications(mette, lastDays(92, clock.now()));
  assertEquals((await assertRejects(() => call, AgillicError)).code, "email_field_not_unique");
});

Deno.test("listCommunications keeps what it can read, and leaves out what is too old", async () => {
  const sent = (communicationId: string, executionTimestamp: unknown) => ({
    communicationId,
    communicationType: "SMS",
    executionTimestamp,
  });
  const rows = [
    sent("unreadable", "yesterday"),
    null,
    sent("old", "2026-08-21T23:59:59Z"),
    sent("first", "2026-08-22T00:00:00Z"),
    { executionTimestamp: "2026-09-01T00:00:00Z" },
    "row",
    sent("ahead of our clock", "2026-11-22T00:00:05Z"),
  ];
  const agillic = new ScriptedAgillic(() => Response.json(rows));
  const period = { from: new Date("2026-08-22T00:00:00Z"), to: new Date("2026-11-22T00:00:00Z") };
  const communications = await agillic.client.listCommunications(mette, period);
  assertEquals(communications.map(({ name }) => name), [
    "ahead of our clock",
    "",
    "first",
    "unreadable",
  ]);
});

Deno.test("listCommunications keeps Agillic's order among those sent at once", async () => {
  const rows = ["a", "b", "c"].map((communicationId) => ({
    communicationId,
    executionTimestamp: "2026-11-01T00:00:00Z",
  }));
  const agillic = new ScriptedAgillic(() => Response.json(rows));
  const period = lastDays(92, Date.UTC(2026, 10, 22));
  const communications = await agillic.client.listCommunications(mette, period);
  assertEquals(communications.map(({ name }) => name), ["a", "b", "c"]);
});

Deno.test("listCommunications takes rows that agree in everything for one", async () => {
  const row = { communicationId: "a", executionTimestamp: "2026-11-01T00:00:00Z" };
  const timeless = { communicationId: "b", communicationType: "SMS", executionTimestamp: "?" };
  const another = { ...timeless, executionTimestamp: "soon" };
  const rows = [row, { ...row, communicationType: "SMS" }, row, timeless, another, { ...row }]
    .concat([{ ...timeless }, another]);
  const agillic = new ScriptedAgillic(() => Response.json(rows));
  const period = lastDays(92, Date.UTC(2026, 10, 22));
  const communications = await agillic.client.listCommunications(mette, period);
  assertEquals(communications.map(({ name, channel }) => name + channel), [
    "a",
    "aSMS",
    "bSMS",
    "bSMS",
  ]);
});

Deno.test("listCommunications keeps every digit of a name: those that differ in the last are two", async () => {
  const rows = ["9007199254740993", "9007199254740992", "1.10"].map((name) =>
    `{"communicationId":${name},"communicationType":"SMS","executionTimestamp":1793664000000}`
  );
  const agillic = new ScriptedAgillic(answer(200, `[${rows.join()}]`));
  const period = lastDays(92, Date.UTC(2026, 10, 22));
  const communications = await agillic.client.listCommunications(mette, period);
  assertEquals(communications.map(({ name, sentAt }) => [name, sentAt]), [
    ["9007199254740993", 1793664000000],
    ["9007199254740992", 1793664000000],
    ["1.10", 1793664000000],
  ]);
});

for (const [status, body] of [[204, null], [200, ""], [200, " \n"], [200, "null"]] as const) {
  Deno.test(`listCommunications reads ${status} ${JSON.stringify(body)} as nothing sent`, async () => {
    const agillic = new ScriptedAgillic(() => new Response(body, { status }));
    const period = lastDays(92, Date.UTC(2026, 10, 22));
    assertEquals(await agillic.client.listCommunications(mette, period), []);
  });
}

Deno.test("listCommunications takes no other empty answer for nothing sent", async () => {
  for (const status of [302, 409, 418]) {
    const agillic = new ScriptedAgillic(() => new Response(null, { status }));
    const call = agillic.client.listCommunications(mette, lastDays(92, Date.UTC(2026, 10, 22)));
    const { code } = await assertRejects(() => call, AgillicError);
    assertEquals(code, "agillic_answer_unknown", String(status));
  }
});

Deno.test("a history behind spaces without end is read in no time", async () => {
  const agillic = new ScriptedAgillic(answer(200, `${" ".repeat(200_000)}[]`));
  const startedAt = performance.now();
  const call = agillic.client.listCommunications(mette, lastDays(92, agillic.clock.now()));
  assertEquals(await agillic.clock.until(call), []);
  assert(performance.now() - startedAt < 500);
});
