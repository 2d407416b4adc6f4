import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { LANGUAGES } from "../../views/words/copy.ts";
import { createTestApp, type Place } from "../app_fixture.ts";
import { NOBODY, read } from "./actions.ts";
import { actionIn, partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";
import { CREATE, FORM } from "./creation.ts";

/** A requester who has no primary address. */
const CALLER: Place = { "Requester-Email": "", "Requester-Id": "511", "Ticket-Id": "111" };
const PARTS = ["/sidebar", "/recipient", "/events", "/communications"];

Deno.test("a new ticket without a requester asks for one, and warns of nothing", async () => {
  using app = await createTestApp();
  const place = {
    "Requester-Email": "",
    "Requester-Id": "",
    "Ticket-Id": "",
    "Zendesk-Location": "new_ticket_sidebar",
  };
  for (const path of PARTS) {
    const response = await app.get(path, place);
    assertEquals([response.status, response.headers.get("Recipient")], [200, null]);
    const html = await response.text();
    assertEquals(problemsOf(html), ["requester_not_chosen"]);
    assertStringIncludes(html, 'data-tone="hint"');
    assertMatch(textOf(html), /Choose a requester/);
    assertFalse(html.includes("address"));
  }
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("a user's page is not told of a ticket or a requester", async () => {
  using app = await createTestApp();
  const place = { ...CALLER, "Ticket-Id": "", "Zendesk-Location": "user_sidebar" };
  const words = new Set<string>();
  for (const language of LANGUAGES) {
    const html = await (await app.get("/sidebar", { ...place, "Agent-Locale": language })).text();
    assertEquals(problemsOf(html), ["user_without_email"]);
    assertFalse(
      /ticket|requester|sag(en)?\b|anmoder|ärende|\bsaken|anfragende/i.test(textOf(html)),
    );
    words.add(textOf(html));
  }
  assertEquals(words.size, LANGUAGES.length);
  assertMatch([...words].join(), /This user has no e-mail address/);
});

Deno.test("Zendesk is asked for another address of who has none", async () => {
  using app = await createTestApp();
  for (const location of ["ticket_sidebar", "user_sidebar"]) {
    const place = { ...CALLER, "Zendesk-Location": location };
    for (const path of PARTS) {
      assertEquals((await app.get(path, place)).headers.get("Recipient"), "unknown");
    }
  }
});

Deno.test("who has no primary address is found by a verified one, with events and history", async () => {
  using app = await createTestApp();
  const place = { ...CALLER, "Requester-Other-Emails": "none@example.dk mette@example.dk" };

  const response = await app.get("/sidebar", place);

  const html = await response.text();
  assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
  assertEquals(personDataOf(html)[0], ["FIRSTNAME", "Mette"]);
  assertStringIncludes(html, "Matched on mette@example.dk");
  const headers = { Recipient: response.headers.get("Recipient") ?? "" };
  const triggered = await app.post("/events/1", actionIn(html), place, headers);
  assertEquals(triggered.status, 200);
  assertEquals(app.agillic.achieved("mette@example.dk", "welcome_event"), 1);
  const history = await (await app.get("/communications", place, headers)).text();
  assertStringIncludes(history, "How was your order?");
  assertEquals(app.agillic.calls.map(({ path }) => decodeURIComponent(path)).slice(0, 2), [
    "/recipients/EMAIL=none@example.dk",
    "/recipients/EMAIL=mette@example.dk",
  ]);
});

Deno.test("who has no primary address keeps the badge without a name for the recipient", async () => {
  using app = await createTestApp();
  const place = { ...CALLER, "Requester-Other-Emails": "mette@example.dk" };
  const response = await app.get("/recipient", place);
  assertEquals(response.headers.get("Recipient"), null);
  assertStringIncludes(await response.text(), "Matched on mette@example.dk");
});

Deno.test("who has no primary address is created by the first verified one", async () => {
  using app = await createTestApp();
  const place = { ...CALLER, "Requester-Other-Emails": "none@example.dk private@example.dk" };
  const { html } = await read(app.get("/sidebar", place));
  assertMatch(textOf(html), /None of these is .*: none@example\.dk, private@example\.dk\./);
  const created = await read(app.post("/recipient", actionIn(html, FORM), place));
  assertEquals([created.status, created.problem], [200, ""]);
  assertEquals(app.agillic.counts.get(CREATE), 1);
  assertEquals(app.agillic.achieved("none@example.dk", "double_opt_in"), 1);
});

const SIX = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@example.dk`);

Deno.test("a search that stopped at five other addresses says so, and one that did not says nothing", async () => {
  for (const creation of [true, false]) {
    using app = await createTestApp({ settings: { enable_recipient_creation_view: creation } });
    for (const [others, isCut] of [[SIX, true], [SIX.slice(1), false]] as const) {
      const place = { ...NOBODY, "Requester-Other-Emails": others.join(" ") };
      const before = app.agillic.calls.length;
      const text = textOf(await (await app.get("/sidebar", place)).text());
      assertEquals(app.agillic.calls.length - before, 6);
      assertStringIncludes(text, `Agillic: nobody@example.dk, ${others.slice(0, 5).join(", ")}.`);
      assertEquals(
        text.includes(
          "There are more addresses in Zendesk. Only the first 5 others were looked up.",
        ),
        isCut,
      );
    }
  }
});
