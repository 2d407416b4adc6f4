import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { NOBODY, read, signInAgain } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const METTE = "mette@example.dk";

Deno.test("an event that Agillic does not know is a 404 in the form, in the words for the administrator", async () => {
  using app = await createTestApp({ settings: { event_1_name: "dwelcome_event" } });
  const action = actionIn(await (await app.get("/events")).text());

  const { status, html, problem } = await read(app.post("/events/1", action));

  assertEquals([status, problem], [404, "event_not_valid"]);
  assertMatch(html, /^<form id="event-1"/);
  const words = textOf(html);
  assertStringIncludes(words, "Error Response Code: 404");
  assertStringIncludes(
    words,
    "The event “dwelcome_event” is not valid in this Agillic instance.",
  );
  assertStringIncludes(
    words,
    "An administrator can correct the event’s name in the app’s settings.",
  );
  assertNotMatch(words, /Last triggered|Can be triggered again/);
});

Deno.test("an event that failed for certain may be triggered again at once, with the new form", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["welcome_event"] });
  const action = actionIn(await (await app.get("/events")).text());
  const failed = await read(app.post("/events/1", action));
  app.agillic.set({ unknownEvents: [] });

  assertEquals((await read(app.post("/events/1", action))).problem, "event_not_valid");
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 0);
  assertEquals((await app.post("/events/1", actionIn(failed.html))).status, 200);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("a wrong token, and a field that is not unique, are told in the form with Agillic's status", async () => {
  using app = await createTestApp();
  app.agillic.set({ emailUnique: false });
  const notUnique = await read(
    app.post("/events/1", actionIn(await (await app.get("/events")).text())),
  );
  assertEquals([notUnique.status, notUnique.problem], [400, "email_field_not_unique"]);
  assertStringIncludes(textOf(notUnique.html), "The email field EMAIL is not set as unique");

  app.zendesk.configure({ base64_encoded_token: btoa("agillic-key:wrong") });
  const again = await signInAgain(app);
  const action = actionIn(await (await app.get("/events", {}, again)).text());
  const refused = await read(app.post("/events/1", action, {}, again));
  assertEquals([refused.status, refused.problem], [403, "token_invalid"]);
  assertStringIncludes(textOf(refused.html), "The Base64 encoded token is invalid.");
});

Deno.test("an event for somebody who is no recipient any more says whom Agillic does not know", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events", NOBODY)).text());

  const { html, problem } = await read(app.post("/events/1", action, NOBODY));

  assertEquals(problem, "recipient_not_found");
  assertMatch(textOf(html), /nobody@example\.dk is not a recipient in Agillic\./);
});
