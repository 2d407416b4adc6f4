import { assertEquals, assertMatch } from "@std/assert";
import { call, createTestSimulator, readPersonData } from "../client_fixture.ts";

Deno.test("GET /recipients/:id finds by EMAIL, by bare Recipient ID and by AGILLIC_ID", async () => {
  const simulator = createTestSimulator();
  for (const id of ["EMAIL=mette%40example.dk", "mette%40example.dk", "AGILLIC_ID=.EbrB"]) {
    const answer = await call(simulator, `GET /recipients/${id}`);
    assertEquals(answer.status, 200);
    assertEquals((await answer.json()).personData.FIRSTNAME, "Mette");
  }
});

Deno.test("GET /recipients/:id finds plus, quote, slash and non-ASCII when they are encoded", async () => {
  const simulator = createTestSimulator();
  assertEquals((await readPersonData(simulator, "søren+nyhed@example.dk")).FIRSTNAME, "Søren");
  assertEquals((await readPersonData(simulator, "o'brien/kent@example.ie")).FIRSTNAME, "Clark");
});

Deno.test("GET /recipients/:id takes a raw plus for a blank and an encoded = for part of the value", async () => {
  const simulator = createTestSimulator();
  for (const id of ["EMAIL=s%C3%B8ren+nyhed%40example.dk", "EMAIL%3Dmette%40example.dk"]) {
    assertEquals((await call(simulator, `GET /recipients/${id}`)).status, 404);
  }
});

Deno.test("GET /recipients/:id answers 404 with strings for an unknown recipient", async () => {
  const answer = await call(createTestSimulator(), "GET /recipients/EMAIL=nobody%40example.dk");
  assertEquals(answer.status, 404);
  assertEquals(answer.headers.get("Content-Type"), "application/json");
  assertEquals(await answer.json(), {
    status: "404",
    code: "RECIPIENT_NOT_FOUND",
    message: "There is no recipient with EMAIL nobody@example.dk",
  });
});

Deno.test("GET /recipients/:id answers 400 for a field that is not unique, unknown or not encoded", async () => {
  const simulator = createTestSimulator();
  for (const id of ["FIRSTNAME=Mette", "NO_SUCH_FIELD=1", "EMAIL=%E0%A4%A"]) {
    assertEquals((await call(simulator, `GET /recipients/${id}`)).status, 400);
  }
});

Deno.test("EMAIL that is not unique refuses the path, and the filter finds both who share it", async () => {
  const simulator = createTestSimulator();
  const filter = "GET /recipients?filter=EMAIL==shared%40example.dk";
  assertEquals((await (await call(simulator, filter)).json()).length, 1);
  simulator.set({ emailUnique: false });
  const path = "GET /recipients/EMAIL=shared%40example.dk";
  assertEquals((await call(simulator, path)).status, 400);
  assertEquals((await (await call(simulator, filter)).json()).length, 2);
  assertEquals((await call(simulator, "GET /recipients/.EbrB")).status, 200);
});

Deno.test("unique keys match letter by letter unless the switch says otherwise", async () => {
  const simulator = createTestSimulator();
  const path = "GET /recipients/EMAIL=Mette%40Example.dk";
  assertEquals((await call(simulator, path)).status, 404);
  simulator.set({ caseSensitive: false });
  assertEquals((await call(simulator, path)).status, 200);
});

Deno.test("an empty field is left out, null or an empty string", async () => {
  const simulator = createTestSimulator();
  assertEquals("CITY" in await readPersonData(simulator, "empty@example.dk"), false);
  simulator.set({ emptyValue: "null" });
  assertEquals((await readPersonData(simulator, "empty@example.dk")).CITY, null);
  simulator.set({ emptyValue: "" });
  assertEquals((await readPersonData(simulator, "empty@example.dk")).CITY, "");
});

Deno.test("dates, timestamps and booleans come as the instance writes them, or as ISO", async () => {
  const simulator = createTestSimulator();
  const written = await readPersonData(simulator, "mette@example.dk");
  assertEquals(written.BIRTHDATE, "14.03.1987");
  assertMatch(written.EMAIL_PERMISSION_UPDATE ?? "", /^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/);
  assertEquals(written.MEMBER, "TRUE");
  simulator.set({ timestampFormat: "iso", booleanSpelling: "true" });
  const iso = await readPersonData(simulator, "mette@example.dk");
  assertEquals(iso.BIRTHDATE, "1987-03-14");
  assertMatch(iso.EMAIL_PERMISSION_UPDATE ?? "", /^\d{4}-\d\d-\d\dT.*Z$/);
  assertEquals(iso.MEMBER, "true");
});

Deno.test("POST /recipients creates with 201, empty or with Person Data, and 409 the second time", async () => {
  const simulator = createTestSimulator();
  const created = await call(simulator, "POST /recipients", {
    body: { personData: { EMAIL: "new@example.dk" } },
  });
  assertEquals([created.status, await created.text()], [201, ""]);
  const { AGILLIC_ID, ...rest } = await readPersonData(simulator, "new@example.dk");
  assertMatch(AGILLIC_ID ?? "", /^\.\w{4,}$/);
  assertEquals(rest, { EMAIL: "new@example.dk" });

  const again = await call(simulator, "POST /recipients", {
    body: { personData: { EMAIL: "new@example.dk" } },
  });
  assertEquals(again.status, 409);

  simulator.set({ createBody: "personData" });
  const other = await call(simulator, "POST /recipients", {
    body: { personData: { EMAIL: "other@example.dk" } },
  });
  assertEquals((await other.json()).personData.EMAIL, "other@example.dk");
});

Deno.test("POST /recipients refuses what it cannot read and changes nothing", async () => {
  const simulator = createTestSimulator();
  const bodies: [number, unknown][] = [
    [400, "{"],
    [400, "[]"],
    [400, {}],
    [400, { personData: { EMAIL: 1 } }],
    [400, { personData: { EMAIL: "new@example.dk", NO_SUCH_FIELD: "1" } }],
    [400, { personData: { EMAIL: "new@example.dk", AGILLIC_ID: ".mine" } }],
    [400, { personData: { FIRSTNAME: "Nobody" } }],
    [413, `{"personData":{"EMAIL":"${"x".repeat(20 * 1024 * 1024)}"}}`],
  ];
  for (const [status, body] of bodies) {
    assertEquals((await call(simulator, "POST /recipients", { body })).status, status);
  }
  const text = await call(simulator, "POST /recipients", {
    body: { personData: { EMAIL: "new@example.dk" } },
    headers: { "Content-Type": "text/plain" },
  });
  assertEquals(text.status, 415);
  const read = await call(simulator, "GET /recipients/EMAIL=new%40example.dk");
  assertEquals(read.status, 404);
});

Deno.test("a wrong or missing credential is 403, or 401 when the switch says so", async () => {
  const simulator = createTestSimulator();
  const path = "GET /recipients/EMAIL=mette%40example.dk";
  const wrong = { Authorization: `Basic ${btoa("agillic-key:wrong")}` };
  for (const headers of [wrong, { Authorization: "Basic" }, { Authorization: "" }]) {
    assertEquals((await call(simulator, path, { headers })).status, 403);
  }
  simulator.set({ authFailureStatus: 401 });
  assertEquals((await call(simulator, path, { headers: wrong })).status, 401);
});

Deno.test("the error body is JSON, text, a page or nothing", async () => {
  const simulator = createTestSimulator();
  const read = async () => {
    const answer = await call(simulator, "GET /recipients/EMAIL=nobody%40example.dk");
    assertEquals(answer.status, 404);
    return await answer.text();
  };
  simulator.set({ errorBody: "text" });
  assertEquals(await read(), "There is no recipient with EMAIL nobody@example.dk");
  simulator.set({ errorBody: "html" });
  assertMatch(await read(), /^<!DOCTYPE html>/);
  simulator.set({ errorBody: "empty" });
  assertEquals(await read(), "");
});
