import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { NOBODY, read } from "./actions.ts";
import { actionIn, partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

/** Who only calls, before and after Zendesk was asked for their numbers. */
const CALLER: Place = { "Requester-Email": "", "Requester-Id": "515", "Ticket-Id": "115" };
const TOVE: Place = { ...CALLER, "Requester-Phones": "+4570102031" };
/** A number of Mette's, who has it without the plus in Agillic. */
const METTE_CALLS: Place = { ...CALLER, "Requester-Phones": "+45 20 12 34 56" };
const METTE = "mette@example.dk";

async function start(field = "MSISDN"): Promise<TestApp & Disposable> {
  return await createTestApp({ settings: { phone_person_data_field: field } });
}

function asked({ agillic }: TestApp): string[] {
  return agillic.calls.map(({ path }) => decodeURIComponent(path));
}

/** The sealed name that an answer gives, as the next request has it. */
function naming(response: Response): Record<string, string> {
  const Recipient = response.headers.get("Recipient");
  return Recipient === null ? {} : { Recipient };
}

Deno.test("who has no address is looked up by a verified number, with events and history", async () => {
  using app = await start();
  const first = await app.get("/sidebar", CALLER);
  assertEquals(first.headers.get("Recipient"), "unknown phone_number");
  assertEquals(app.agillic.calls.length, 0);

  const response = await app.get("/sidebar", TOVE);
  const html = await response.text();
  assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
  assertEquals(personDataOf(html)[0], ["FIRSTNAME", "Tove"]);
  assertStringIncludes(textOf(html), "Matched on +4570102031");
  const { status } = await app.post("/events/1", actionIn(html), TOVE, naming(response));
  assertEquals([status, app.agillic.achieved(".F0aj", "welcome_event")], [200, 1]);
  const history = await app.get("/communications", TOVE, naming(response));
  assertStringIncludes(await history.text(), "Welcome");
  assertEquals(asked(app)[0], "/recipients/MSISDN=+4570102031");
});

Deno.test("a number is asked for as it is, then by its digits, and what found somebody is kept", async () => {
  using app = await start();
  const place = { ...NOBODY, "Requester-Phones": "+45 20 12 34 56" };
  const first = await app.get("/sidebar", { "Requester-Email": "nobody@example.dk" });
  assertEquals(first.headers.get("Recipient"), "unknown phone_number");
  const response = await app.get("/sidebar", place);
  const html = await response.text();
  assertStringIncludes(textOf(html), "Matched on +45 20 12 34 56");
  assertEquals(asked(app).slice(1), [
    "/recipients/EMAIL=nobody@example.dk",
    "/recipients/MSISDN=+45 20 12 34 56",
    "/recipients/MSISDN=4520123456",
  ]);
  // From then on they are named by their address, and how they were found is said.
  const before = app.agillic.calls.length;
  const again = await app.get("/recipient", place, naming(response));
  assertStringIncludes(textOf(await again.text()), "Matched on +45 20 12 34 56");
  assertEquals(asked(app).slice(before), [`/recipients/EMAIL=${METTE}`]);
  // The name is this requester's alone.
  assertEquals((await app.get("/recipient", TOVE, naming(response))).status, 409);
});

Deno.test("what was triggered for an address is known for the number, and cools down for it", async () => {
  using app = await start();
  const { status } = await app.post("/events/1", actionIn(await (await app.get("/events")).text()));
  assertEquals(status, 200);
  const response = await app.get("/sidebar", METTE_CALLS);
  const html = await response.text();
  assertMatch(textOf(html), /Last triggered .* by Mette Agent, ticket #101/);
  const again = await read(
    app.post("/events/1", actionIn(html), METTE_CALLS, naming(response)),
  );
  assertEquals(again.problem, "cooling_down");
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("at most three numbers are asked for, twice each and never with a country code of ours", async () => {
  using app = await start();
  const phones = ["+4570000001", "70000002", "(0) 70-000003", "70000004"];
  const response = await app.get("/sidebar", { ...CALLER, "Requester-Phones": phones.join() });
  assertEquals(asked(app), [
    "/recipients/MSISDN=+4570000001",
    "/recipients/MSISDN=4570000001",
    "/recipients/MSISDN=70000002",
    "/recipients/MSISDN=(0) 70-000003",
    "/recipients/MSISDN=070000003",
  ]);
  const html = await response.text();
  assertEquals(problemsOf(html), ["recipient_not_found"]);
  assertStringIncludes(
    textOf(html),
    "None of these is a recipient in Agillic: +4570000001, 70000002, (0) 70-000003.",
  );
});

Deno.test("who has no address is never created, by a number either", async () => {
  using app = await start();
  const place = { ...CALLER, "Requester-Phones": "+4570000001" };
  const html = await (await app.get("/sidebar", place)).text();
  assertFalse(html.includes("<form"));
  const { status, problem } = await read(app.post("/recipient", "", place));
  assertEquals([status, problem], [410, "action_expired"]);
  assertEquals(app.agillic.counts.get("POST /recipients"), undefined);

  const withAddress = { ...NOBODY, "Requester-Phones": "+4570000001" };
  const creation = await (await app.get("/sidebar", withAddress)).text();
  assertEquals(partsOf(creation), ["create"]);
  assertStringIncludes(textOf(creation), ": nobody@example.dk, +4570000001.");
});

Deno.test("of several with the number the agent chooses one, and nothing can be triggered before", async () => {
  using app = await start();
  app.agillic.set({ phoneUnique: false });
  const place = { ...CALLER, "Requester-Phones": "+4533112233" };
  const response = await app.get("/sidebar", place);
  assertEquals(response.status, 400);
  const html = await response.text();
  assertEquals(problemsOf(html), ["phone_field_not_unique"]);
  assertMatch(
    textOf(html),
    /The phone field MSISDN is not set as unique in Agillic.*Recipients with this phone number.*Per.*Pia/,
  );
  assertFalse(html.includes("<form"));
  const names = [...html.matchAll(/hx-headers="\{&quot;Recipient&quot;:&quot;([^&]+)&quot;/g)];
  const Recipient = names[1]?.[1] ?? "";
  const chosen = await app.get("/sidebar", place, { Recipient });
  const text = await chosen.text();
  assertMatch(textOf(text), /Pia, 2 of 2/);
  await app.post("/events/1", actionIn(text), place, naming(chosen));
  assertEquals(app.agillic.achieved(".F0al", "welcome_event"), 1);
});

Deno.test("without the setting numbers are not asked for, and none is looked up", async () => {
  using app = await start("");
  assertEquals((await app.get("/sidebar", CALLER)).headers.get("Recipient"), "unknown");
  assertEquals(problemsOf(await (await app.get("/sidebar", TOVE)).text()), [
    "requester_without_email",
  ]);
  await app.get("/sidebar", { ...NOBODY, "Requester-Phones": "+4520123456" });
  assertEquals(asked(app), ["/recipients/EMAIL=nobody@example.dk"]);
});

Deno.test("while Agillic is away no event is offered by a number that has found nobody yet", async () => {
  using app = await start();
  app.agillic.set({ down: true });
  const html = await (await app.get("/sidebar", TOVE)).text();
  assertEquals(problemsOf(html), ["agillic_unavailable"]);
  assertFalse(html.includes("<form"));
});

Deno.test("a number is in no line of the log, and no link", async () => {
  using app = await start();
  const response = await app.get("/sidebar", METTE_CALLS);
  const html = await response.text();
  await app.post("/events/1", actionIn(html), METTE_CALLS, naming(response));
  const links = [...html.matchAll(/(?:href|action|hx-get|hx-post)="([^"]*)"/g)].join();
  for (const text of [JSON.stringify(app.log), links]) assertFalse(/20 ?12 ?34 ?56/.test(text));
});

Deno.test("a number that holds something like a credential is refused", async () => {
  using app = await start();
  const phones = `+4570102031,${btoa("agillic-key:agillic-secret")}`;
  const response = await app.get("/sidebar", { ...CALLER, "Requester-Phones": phones });
  assertEquals(problemsOf(await response.text()), ["input_refused"]);
});

Deno.test("the configuration check says whether the field is unique, and there", async () => {
  using app = await start();
  const text = async () => textOf(await (await app.get("/setup")).text());
  assertStringIncludes(await text(), "Agillic finds recipients by MSISDN, too, which is unique.");
  app.agillic.set({ phoneUnique: false });
  const red = await text();
  assertStringIncludes(red, "The phone field MSISDN is not set as unique in Agillic.");
  assertStringIncludes(red, "or clear “Phone Person Data Field” in the app’s settings.");

  using misspelt = await start("MSIDSN");
  const unknown = textOf(await (await misspelt.get("/setup")).text());
  assertStringIncludes(unknown, "Agillic has no Person Data field MSIDSN.");
  assertStringIncludes(unknown, "Did you mean MSISDN?");
});
