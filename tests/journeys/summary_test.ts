/** The answer card: who it is, whether mail arrives, and what was sent, before the history. */
import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { HISTORY_MARK } from "../../contract/page.ts";
import { createTestApp } from "../app_fixture.ts";
import { textOf } from "./answers.ts";
import { historyOf, verdictOf } from "./history.ts";
import { causesIn, linesIn, sidebarOf } from "./summary.ts";

const BOUNCED = { "Requester-Email": "bounced@example.dk" };

/** The card in a sidebar; "" where there is none. */
function cardIn(html: string): string {
  return /<section id="summary".*?<\/section>/s.exec(html)?.[0] ?? "";
}

function nameIn(html: string): string {
  return textOf(/<h2 id="summary-heading".*?<\/h2>/s.exec(html)?.[0] ?? "");
}

Deno.test("the card's name is Agillic's, else Zendesk's, else the address", async () => {
  const named = { "Requester-Name": "Mette H. <b>" };
  using app = await createTestApp();
  assertEquals(nameIn(await sidebarOf(app, named)), "Mette Holm");

  using withoutName = await createTestApp({ settings: { person_data_field_list: "EMAIL" } });
  const html = await sidebarOf(withoutName, named);
  assertEquals(nameIn(html), "Mette H. <b>");
  assertFalse(html.includes("Holm"));
  assertEquals(nameIn(await sidebarOf(withoutName)), "mette@example.dk");
});

Deno.test("a name in Zendesk that holds something like a credential is refused", async () => {
  using app = await createTestApp();
  const name = `Mette ${btoa("developer-key:developer-secret")}`;
  const response = await app.get("/sidebar", { "Requester-Name": name });
  assertEquals(response.status, 400);
  assertFalse((await response.text()).includes(name));
});

Deno.test("the card is on top, says at once what Person Data says, and keeps a place for the rest", async () => {
  using app = await createTestApp();
  const html = await sidebarOf(app, BOUNCED);
  assert(html.startsWith('<section id="summary" data-view="summary"'));
  const card = cardIn(html);
  assertEquals(verdictOf(card), "Mail has bounced");
  assertStringIncludes(card, '<li data-badge="staging">Staging</li>');
  assertStringIncludes(card, '<div id="summary-history" data-causes="">');
  assertEquals(causesIn(card), []);
  assertFalse(/Latest|Sent:|Nothing sent/.test(textOf(card)));
  // Without a word of Person Data only the history can say it.
  assertFalse(cardIn(await sidebarOf(app)).includes("data-verdict"));
});

Deno.test("the history that follows the sidebar brings the same, for no call more", async () => {
  using app = await createTestApp();
  const answer = await (await app.get("/sidebar", {}, { History: "behind" })).text();
  const [first = "", behind = ""] = answer.split(HISTORY_MARK);
  assertEquals(nameIn(first), "Mette Holm");
  assertEquals(app.agillic.calls.length, 2);
  assertEquals(linesIn(behind), linesIn(await historyOf(app)));
});

Deno.test("a history that fails brings nothing for the card, which has the words for it", async () => {
  using app = await createTestApp();
  const card = cardIn(await sidebarOf(app));
  assertStringIncludes(
    card,
    '<p class="stale">What was sent cannot be said right now.</p>',
  );
  app.agillic.set({ down: true });
  assertFalse((await (await app.get("/communications")).text()).includes("summary-"));
});

Deno.test("where views are switched off the card says the rest", async () => {
  using without = await createTestApp({ settings: { enable_communication_history_view: false } });
  const card = cardIn(await sidebarOf(without, BOUNCED));
  assertEquals(verdictOf(card), "Mail has bounced");
  assertFalse(card.includes("summary-history"));
  assertFalse(cardIn(await sidebarOf(without)).includes("summary-verdict"));

  using alone = await createTestApp({ settings: { enable_recipient_view: false } });
  assertEquals(nameIn(await sidebarOf(alone)), "Mette Holm");
});

Deno.test("a recipient read again brings the name and the badges, and the verdict only where it is news", async () => {
  using app = await createTestApp();
  const read = async (state: string) =>
    cardIn(await (await app.get("/recipient", BOUNCED, { "Recipient-State": state })).text());
  const known = await read("bounces");
  assertStringIncludes(known, ' hx-swap-oob="true"><header>');
  assertStringIncludes(known, "data-badge");
  assertEquals([...known.matchAll(/<div id="(\S+)"[^>]* hx-preserve=""/g)].map(([, id]) => id), [
    "summary-verdict",
    "summary-history",
  ]);
  const news = await read("none");
  assertEquals(verdictOf(news), "Mail has bounced");
  assertEquals([...news.matchAll(/<div id="(\S+)"[^>]* hx-preserve=""/g)].map(([, id]) => id), [
    "summary-history",
  ]);
});

Deno.test("there is no card for whom Agillic does not have, cannot tell apart, or cannot say", async () => {
  using app = await createTestApp();
  const nobody = { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" };
  assertFalse((await sidebarOf(app, nobody)).includes('id="summary"'));
  app.agillic.set({ emailUnique: false });
  const shared = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };
  assertFalse((await sidebarOf(app, shared)).includes('id="summary"'));
  app.agillic.set({ emailUnique: true, down: true });
  const html = await sidebarOf(app);
  assertEquals(cardIn(html), "");
  // Unseen, it takes what the history says until it is known whose that is.
  assertStringIncludes(html, '<div id="summary" hidden=""><div id="summary-verdict">');
});
