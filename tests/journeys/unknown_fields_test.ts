import { assertEquals } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { personDataOf } from "./answers.ts";

const SETTINGS = { person_data_field_list: "FIRSTNAME,FRISTNAME,CITY", person_data_labels: "" };
const EMPTY = { "Requester-Email": "empty@example.dk" };

async function valueOf(app: TestApp, field: string, place = {}): Promise<string | undefined> {
  const html = await (await app.get("/recipient", place)).text();
  return new Map(personDataOf(html)).get(field);
}

Deno.test("a field that Agillic does not have is marked once the configuration was checked", async () => {
  using app = await createTestApp({ settings: SETTINGS });
  assertEquals(await valueOf(app, "FRISTNAME"), "-");

  await app.get("/setup");
  const calls = app.agillic.calls.length;

  assertEquals(await valueOf(app, "FRISTNAME"), "Not a field in Agillic");
  assertEquals(app.agillic.calls.length, calls + 1);
});

Deno.test("a field that is only empty is not called unknown, however Agillic answers it", async () => {
  for (const emptyValue of ["omit", "null", ""] as const) {
    using app = await createTestApp({ settings: SETTINGS });
    app.agillic.set({ emptyValue });
    await app.get("/setup");
    assertEquals(await valueOf(app, "CITY", EMPTY), "-", emptyValue);
    assertEquals(await valueOf(app, "FRISTNAME", EMPTY), "Not a field in Agillic", emptyValue);
  }
});

Deno.test("what Agillic's fields were is forgotten after 15 minutes: some may be new", async () => {
  using app = await createTestApp({ settings: SETTINGS });
  await app.get("/setup");
  app.clock.now += 15 * 60_000;
  const Authorization = `Bearer ${await app.signIn()}`;
  const html = await (await app.get("/recipient", {}, { Authorization })).text();
  assertEquals(new Map(personDataOf(html)).get("FRISTNAME"), "-");
});
