import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";
import { answer, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const email = (value: string) => ({ field: "EMAIL", value });

Deno.test("findRecipient finds a recipient with one call", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  const recipient = await client.findRecipient(email("mette@example.dk"));
  assertEquals(recipient?.agillicId, ".EbrB");
  assertEquals(recipient?.key, email("mette@example.dk"));
  assertEquals(recipient?.personData.get("FIRSTNAME"), "Mette");
  assertEquals(recipient?.personData.get("BIRTHDATE"), "14.03.1987");
  assertEquals(simulator.calls.length, 1);
});

Deno.test("findRecipient finds by AGILLIC_ID", async () => {
  const { client } = connect(createAgillicSimulator);
  const recipient = await client.findRecipient({ field: "AGILLIC_ID", value: ".EbrB" });
  assertEquals(recipient?.personData.get("EMAIL"), "mette@example.dk");
});

for (const address of ["søren+nyhed@example.dk", "o'brien/kent@example.ie"]) {
  Deno.test(`findRecipient and its history find ${address}`, async () => {
    const { client, clock } = connect(createAgillicSimulator);
    const recipient = await client.findRecipient(email(address));
    assertEquals(recipient?.personData.get("EMAIL"), address);
    assertEquals((await client.listMatchingRecipients(email(address))).length, 1);
    const to = new Date(clock.now());
    const from = new Date(clock.now() - 92 * 86_400_000);
    assert((await client.listCommunications(email(address), { from, to })).length > 0);
  });
}

for (const errorBody of ["json", "text", "empty", "html"] as const) {
  Deno.test(`findRecipient says null for nobody, the error being ${errorBody}`, async () => {
    const { client, simulator } = connect(createAgillicSimulator);
    simulator.set({ errorBody });
    assertEquals(await client.findRecipient(email("nobody@example.dk")), null);
    assertEquals(simulator.calls.length, 1);
  });
}

Deno.test("findRecipient tries the lower-cased address, and says which one found", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  const recipient = await client.findRecipient(email("Mette@Example.DK"));
  assertEquals(recipient?.key, email("mette@example.dk"));
  assertEquals(simulator.calls.length, 2);

  simulator.set({ caseSensitive: false });
  const atOnce = await client.findRecipient(email("Mette@Example.DK"));
  assertEquals(atOnce?.key, email("Mette@Example.DK"));
  assertEquals(simulator.calls.length, 3);
});

Deno.test("findRecipient never lower-cases an identifier: that is somebody else's", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  assertEquals(await client.findRecipient({ field: "AGILLIC_ID", value: ".F0AA" }), null);
  assertEquals(simulator.calls.length, 1);
});

for (const emptyValue of ["omit", "null", ""] as const) {
  Deno.test(`findRecipient leaves out empty values answered as ${emptyValue || '""'}`, async () => {
    const { client, simulator } = connect(createAgillicSimulator);
    simulator.set({ emptyValue });
    const recipient = await client.findRecipient(email("empty@example.dk"));
    assertEquals([...recipient?.personData.keys() ?? []].sort(), ["AGILLIC_ID", "EMAIL"]);
  });
}

Deno.test("findRecipient takes numbers and booleans for their text, and leaves out the rest", async () => {
  const personData = {
    POINTS: 7,
    MEMBER: false,
    TAGS: ["a"],
    MORE: { a: 1 },
    BLANK: "  ",
    A: " a ",
  };
  const agillic = new ScriptedAgillic(() => Response.json({ personData }));
  const recipient = await agillic.client.findRecipient(email("a@b.dk"));
  assertEquals([...recipient?.personData ?? []], [["POINTS", "7"], ["MEMBER", "false"], [
    "A",
    " a ",
  ]]);
  assertEquals(recipient?.agillicId, null);
});

Deno.test("a recipient's numbers keep every digit, an identifier above all", async () => {
  const body = `{"personData":{"AGILLIC_ID":90071992547409931,"EMAIL":"a@example.dk",
    "BASKET":10.50,"VERSION":1.10,"TINY":1e-7,"DEBT":-0.0}}`;
  const agillic = new ScriptedAgillic(answer(200, body), answer(200, `[${body}]`));
  const recipient = await agillic.client.findRecipient(email("a@example.dk"));
  assertEquals(recipient?.agillicId, "90071992547409931");
  const values = ["BASKET", "VERSION", "TINY", "DEBT"];
  assertEquals(values.map((name) => recipient?.personData.get(name)), [
    "10.50",
    "1.10",
    "1e-7",
    "-0.0",
  ]);
  const [matching] = await agillic.client.listMatchingRecipients(email("a@example.dk"));
  assertEquals(matching?.key, { field: "AGILLIC_ID", value: "90071992547409931" });
});

Deno.test("a lone surrogate that Agillic answers is told as unreadable, and stops nothing", async () => {
  const agillic = new ScriptedAgillic(
    answer(200, `{"personData":{"AGILLIC_ID":"ID-\\ud83d","FIRSTNAME":"Ren\\udc4b\\u00e9"}}`),
    answer(200, "[]"),
  );
  const recipient = await agillic.client.findRecipient(email("a@b.dk"));
  assertEquals(recipient?.personData.get("FIRSTNAME"), "Ren\ufffdé");
  const key = { field: "AGILLIC_ID", value: recipient?.agillicId ?? "" };
  await agillic.client.listCommunications(key, { from: new Date(0), to: new Date(0) });
  assertStringIncludes(agillic.sent[1]?.url ?? "", "AGILLIC_ID=ID-%EF%BF%BD/");
});

Deno.test("findRecipient reads a field named __proto__ as any other", async () => {
  const agillic = new ScriptedAgillic(answer(200, `{"personData":{"__proto__":"x"}}`));
  const recipient = await agillic.client.findRecipient(email("a@b.dk"));
  assertEquals(recipient?.personData.get("__proto__"), "x");
});

Deno.test("findRecipient says when the field is not unique", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ emailUnique: false });
  const error = await assertRejects(
    () => client.findRecipient(email("mette@example.dk")),
    AgillicError,
  );
  assertEquals([error.code, error.status], ["email_field_not_unique", 400]);
});

Deno.test("a 400 to an identifier is not about the e-mail field", async () => {
  const agillic = new ScriptedAgillic(answer(400));
  const key = { field: "AGILLIC_ID", value: "?" };
  const error = await assertRejects(() => agillic.client.findRecipient(key), AgillicError);
  assertEquals(error.code, "agillic_answer_unknown");
});

Deno.test("listMatchingRecipients lists all who share an address, each with its own key", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ emailUnique: false });
  const recipients = await client.listMatchingRecipients(email("shared@example.dk"));
  assertEquals(recipients.map(({ key }) => key), [
    { field: "AGILLIC_ID", value: ".F0af" },
    { field: "AGILLIC_ID", value: ".F0ag" },
  ]);
  assertEquals(await client.listMatchingRecipients(email("nobody@example.dk")), []);
});

Deno.test("listMatchingRecipients offers nobody whom only a wildcard matches", async () => {
  const people = ["a@b.dk", "*@b.dk", "*@B.dk", undefined].map((EMAIL) => ({
    personData: { EMAIL },
  }));
  const agillic = new ScriptedAgillic(() => Response.json(people));
  const recipients = await agillic.client.listMatchingRecipients(email("*@b.dk"));
  assertEquals(recipients.map(({ personData }) => personData.get("EMAIL")), ["*@b.dk", "*@B.dk"]);
});

Deno.test("listMatchingRecipients cannot be made to ask for others", async () => {
  const { client } = connect(createAgillicSimulator);
  for (const value of [`x",EMAIL!="`, "x,EMAIL!=x", "x;EMAIL==x", `x\\",EMAIL!="x`, "(", `'`]) {
    assertEquals(await client.listMatchingRecipients(email(value)), [], value);
  }
});

Deno.test("listMatchingRecipients says that the filter was refused", async () => {
  const { client } = connect(createAgillicSimulator);
  const call = client.listMatchingRecipients({ field: "NO_SUCH_FIELD", value: "x" });
  const error = await assertRejects(() => call, AgillicError);
  assertEquals([error.code, error.status], ["agillic_answer_unknown", 400]);
});

for (const createBody of ["empty", "personData"] as const) {
  Deno.test(`createRecipient creates once, the answer's body being ${createBody}`, async () => {
    const { client, simulator } = connect(createAgillicSimulator);
    simulator.set({ createBody });
    const personData = { EMAIL: "ny+søster@example.dk" };
    assertEquals(await client.createRecipient(personData), "created");
    assertEquals(await client.createRecipient(personData), "exists");
    const recipient = await client.findRecipient(email(personData.EMAIL));
    assertEquals(recipient?.personData.get("EMAIL"), personData.EMAIL);
  });
}

Deno.test("createRecipient says that the recipient was refused", async () => {
  const { client } = connect(createAgillicSimulator);
  const call = client.createRecipient({ NO_SUCH_FIELD: "x", EMAIL: "ny@example.dk" });
  const error = await assertRejects(() => call, AgillicError);
  assertEquals([error.code, error.status], ["agillic_answer_unknown", 400]);
});

Deno.test("isFieldUnique tells a unique field from others", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  assertEquals(await client.isFieldUnique("EMAIL"), true);
  assertEquals(await client.isFieldUnique("CITY"), false);
  assertEquals(await client.isFieldUnique("NO_SUCH_FIELD"), false);
  simulator.set({ emailUnique: false });
  assertEquals(await client.isFieldUnique("EMAIL"), false);
});
