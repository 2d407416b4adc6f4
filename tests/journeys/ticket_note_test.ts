/** What a trigger or a creation leaves on its ticket: the server words it, the shell writes it as the agent. */
import { assertEquals, assertMatch } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { afterTimeout, countAchieveCalls, read } from "./actions.ts";
import { actionIn } from "./answers.ts";
import { offered, post } from "./creation.ts";

const NOTED = { settings: { note_on_ticket: true, ticket_tag: "agillic" } };

/** What an answer would have the shell write: note, tag and ticket. */
function notesIn(html: string): string[][] {
  const pattern = /data-note="([^"]*)" data-tag="([^"]*)" data-ticket="([^"]*)" data-note-now=""/g;
  return [...html.matchAll(pattern)].map(([, ...note]) => note);
}

function trigger(app: TestApp, action: string, place: Place = {}): Promise<Response> {
  return app.post("/events/1", action, place);
}

async function offer(app: TestApp, place: Place = {}): Promise<string> {
  return actionIn(await (await app.get("/events", place)).text());
}

Deno.test("what was triggered is noted on its ticket, with the tag, in the agent's language", async () => {
  const readers = [
    ["en-GB", "Welcome mail triggered in Agillic, 10:12"],
    ["da", "Welcome mail udløst i Agillic kl. 10.12"],
  ] as const;
  for (const [locale, note] of readers) {
    using app = await createTestApp(NOTED);
    const place = { "Agent-Locale": locale };
    const { html } = await read(trigger(app, await offer(app, place), place));
    assertEquals(notesIn(html), [[note, "agillic", "101"]]);
  }
});

Deno.test("an outcome that nobody knows is noted as such", async () => {
  using app = await createTestApp(NOTED);
  const action = await offer(app);
  app.agillic.set({ hangNext: 1 });
  const answer = trigger(app, action);
  const late = await afterTimeout(app, answer, { hangNext: 1 }, () => countAchieveCalls(app) === 1);
  const [[note = ""] = []] = notesIn(await late.text());
  assertMatch(note, /^Welcome mail: Agillic did not answer at 10:12\sAM\. It may have been/);
});

Deno.test("a creation is noted, also where the settings want no recipient", async () => {
  for (const enable_recipient_view of [true, false]) {
    using app = await createTestApp({ settings: { ...NOTED.settings, enable_recipient_view } });
    const { html } = await post(app, await offered(app));
    const [[note = "", ...rest] = []] = notesIn(html);
    assertMatch(
      note,
      /^Created as a recipient in Agillic, and the double opt-in event triggered, /,
    );
    assertEquals(rest, ["agillic", "110"]);
  }
});

Deno.test("nothing is noted that was refused, without a ticket, or that the settings do not want", async () => {
  {
    using app = await createTestApp(NOTED);
    app.agillic.set({ unknownEvents: ["welcome_event"] });
    assertEquals(notesIn((await read(trigger(app, await offer(app)))).html), []);
  }
  {
    using app = await createTestApp(NOTED);
    const place = { "Ticket-Id": "", "Zendesk-Location": "user_sidebar" };
    assertEquals(notesIn((await read(trigger(app, await offer(app, place), place))).html), []);
  }
  using app = await createTestApp();
  assertEquals(notesIn((await read(trigger(app, await offer(app)))).html), []);
});

Deno.test("a tag needs no note, and a note no tag", async () => {
  using tagged = await createTestApp({ settings: { ticket_tag: "agillic" } });
  const { html } = await read(trigger(tagged, await offer(tagged)));
  assertEquals(notesIn(html), [["", "agillic", "101"]]);
  using noted = await createTestApp({ settings: { note_on_ticket: true } });
  const [[, tag] = []] = notesIn((await read(trigger(noted, await offer(noted)))).html);
  assertEquals(tag, "");
});

Deno.test("no later answer notes it again: a look, the forms, the recipient", async () => {
  using app = await createTestApp(NOTED);
  const { html } = await read(trigger(app, await offer(app)));
  const [look = ""] = /\/communications\/since\/[^"]*/.exec(html) ?? [];
  for (const path of [look, "/events", "/recipient", "/sidebar"]) {
    const answer = await read(app.get(path));
    assertEquals([path, answer.status, notesIn(answer.html)], [path, 200, []]);
  }
});

Deno.test("the card and the five latest messages can be noted, where notes are wanted and there is a ticket", async () => {
  const noteIn = (html: string) =>
    /id="communications-note"[^>]*data-note="([^"]*)" data-tag="" data-ticket="101"/.exec(
      html,
    )?.[1];
  {
    using app = await createTestApp(NOTED);
    const place = { "Requester-Name": "Mette Holm", "Agent-Locale": "en-GB" };
    const lines = (noteIn((await read(app.get("/communications", place))).html) ?? "").split("\n");
    assertEquals(lines.slice(0, 4), [
      "Agillic: Mette Holm",
      "4 of 7 e-mails opened",
      "Sent: 4 in 7 days, 7 in 30 days",
      "- 10 Feb, 05:12 · E-mail · How was your order? · Opened 10 Feb, 05:52",
    ]);
    assertEquals(lines.length, 8);
    const user = { ...place, "Ticket-Id": "", "Zendesk-Location": "user_sidebar" };
    assertEquals(noteIn((await read(app.get("/communications", user))).html), undefined);
  }
  using app = await createTestApp();
  assertEquals(noteIn((await read(app.get("/communications"))).html), undefined);
});
