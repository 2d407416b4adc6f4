/** What the sidebar says after a trigger, and how it finds out. */
import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { afterTimeout, countAchieveCalls, read } from "./actions.ts";
import {
  actionIn,
  communicationsOf,
  eventsWarningOf,
  linksOf,
  partsOf,
  textOf,
} from "./answers.ts";
import { ADDRESS, count, offered, post } from "./creation.ts";

const METTE = "mette@example.dk";
const HISTORY = "POST /recipients/:id/:listCommunicationHistory";
const FIND = "GET /recipients/:id";

/** Triggers the event of a slot and gives the answer. */
async function trigger(app: TestApp, slot = 1, place: Place = {}) {
  const forms = await (await app.get("/events", place)).text();
  return await read(app.post(`/events/${slot}`, actionIn(forms, `event-${slot}`), place));
}

/** The next look that an answer asks for, and after how long; null where there is none. */
function nextLook(html: string): { path: string; delaySeconds: number } | null {
  const pattern = /hx-trigger="load delay:(\d+)s, [^"]*" hx-get="(\/communications\/since\/[^"]*)"/;
  const [, delay, path] = pattern.exec(html) ?? [];
  return path === undefined ? null : { path, delaySeconds: Number(delay) };
}

/** Does what the browser does: each look at its time, until there is no further one. */
async function follow(app: TestApp, html: string, place: Place = {}, headers = {}) {
  const answers: { after: number; html: string }[] = [];
  let after = 0;
  for (let next = nextLook(html); next !== null;) {
    after += next.delaySeconds;
    app.clock.now += next.delaySeconds * 1_000;
    const answer = await read(app.get(next.path, place, headers));
    assertEquals(answer.status, 200);
    answers.push({ after, html: answer.html });
    next = nextLook(answer.html);
  }
  return answers;
}

Deno.test("what came into the history since the trigger is told, with the history itself, by one call", async () => {
  using app = await createTestApp();
  app.agillic.addCommunication(METTE, { name: "Sent before", channel: "EMAIL" });
  app.clock.now += 1_000;
  const { html } = await trigger(app);

  const [look, ...others] = await follow(app, html);

  assertEquals(others, []);
  assertEquals(look?.after, 6);
  const [news = "", history = ""] = (look?.html ?? "").split("<section");
  assertMatch(textOf(news), /^Since then in the history: Welcome to Acme, 10:12( AM)?$/);
  assertMatch(news, /data-announce="Since then in the history: Welcome to Acme, 10:12/);
  assertEquals(partsOf(`<section${history}`), ["communications"]);
  assertEquals(communicationsOf(history)[0]?.name, "Welcome to Acme");
  assertEquals(count(app, HISTORY), 1);
});

Deno.test("nothing in the history after a minute and four looks is told, and not before", async () => {
  using app = await createTestApp();
  const { html } = await trigger(app, 3);

  const looks = await follow(app, html);

  assertEquals(looks.map(({ after }) => after), [6, 15, 30, 60]);
  for (const { html } of looks.slice(0, 3)) {
    assertMatch(textOf(html), /^If Agillic sends something, it appears in the history\./);
    assertNotMatch(textOf(html), /Nothing new/);
  }
  assertMatch(textOf(looks.at(-1)?.html ?? ""), /^Nothing new in the history yet\./);
  assertEquals(count(app, HISTORY), 4);
});

Deno.test("the recipient is looked at once more after a trigger, for what a flow has written", async () => {
  using app = await createTestApp();
  const { html } = await trigger(app, 3);

  assertEquals(linksOf(html).filter((link) => link === "/recipient").length, 1);
  assertMatch(html, /<span hx-trigger="load delay:15s" hx-get="\/recipient"/);
  assertEquals([countAchieveCalls(app), count(app, FIND)], [1, 0]);
});

const AGAINST: Record<string, { person: Place; words: RegExp }> = {
  "an address that bounces": {
    person: { "Requester-Email": "bounced@example.dk", "Requester-Id": "504" },
    words: /Mail has bounced/,
  },
  "an address that is unsubscribed": {
    person: { "Requester-Email": "unsubscribed@example.dk", "Requester-Id": "503" },
    words: /Unsubscribed/,
  },
};

for (const [who, { person, words }] of Object.entries(AGAINST)) {
  Deno.test(`events for ${who} say so before and after, until something has come`, async () => {
    using app = await createTestApp();
    const sidebar = await app.get("/sidebar", person);
    const headers = { "Recipient-State": sidebar.headers.get("Recipient-State") ?? "" };
    const shown = await sidebar.text();
    const refreshed = await (await app.get("/events", person, headers)).text();
    for (const html of [shown, refreshed]) {
      assertMatch(eventsWarningOf(html), words);
    }

    const answer = await read(
      app.post("/events/3", actionIn(shown, "event-3"), person, headers),
    );
    const [, result = ""] = answer.html.split('<div id="event-3-result">');
    assertMatch(textOf(result), /^Event triggered If Agillic sends something/);
    assertMatch(textOf(result), words);
    const last = (await follow(app, answer.html, person, headers)).at(-1)?.html ?? "";
    const [news = ""] = last.split("<section");
    assertMatch(textOf(news), /^Nothing new in the history yet\./);
    assertMatch(textOf(news), words);
  });
}

Deno.test("an unknown outcome keeps its warning beside the form, and is followed in the same way", async () => {
  using app = await createTestApp();
  const forms = await (await app.get("/events")).text();
  const switches = { stallAfterDoingNext: 1 };
  app.agillic.set(switches);

  const { html, problem } = await read(afterTimeout(
    app,
    app.post("/events/1", actionIn(forms)),
    switches,
    () => countAchieveCalls(app) === 1,
  ));

  assertEquals(problem, "outcome_unknown");
  const [form = "", result = ""] = html.split('<div id="event-1-result">');
  assertNotMatch(form, /data-problem/);
  assertMatch(result, /data-problem="outcome_unknown"[^]*event-1-result-details/);
  const [look] = await follow(app, html);
  // It came while Agillic's answer was waited for.
  assertMatch(textOf(look?.html ?? ""), /^Since then in the history: Welcome to Acme, 10:12/);
});

Deno.test("a repeated post follows from the first on", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());
  await app.post("/events/1", action);
  app.clock.now += 5 * 60_000;

  const { html } = await read(app.post("/events/1", action));

  const [look] = await follow(app, html);
  assertMatch(textOf(look?.html ?? ""), /^Since then in the history: Welcome to Acme, 10:12/);
});

Deno.test("a look that Agillic does not answer says nothing new, leaves the history, and looks go on", async () => {
  using app = await createTestApp();
  const { html } = await trigger(app);
  app.agillic.set({ failNext: 1, failStatus: 500 });

  const [failed, found] = await follow(app, html);

  assertMatch(textOf(failed?.html ?? ""), /^If Agillic sends something/);
  assertEquals(partsOf(failed?.html ?? ""), []);
  assertMatch(textOf(found?.html ?? ""), /^Since then in the history: Welcome to Acme/);
  assert(app.log.some(({ reason }) => reason === "agillic_unavailable"));
});

Deno.test("more than three communications are cut, and what the customer sent is none of them", async () => {
  using app = await createTestApp();
  const { html } = await trigger(app, 3);
  app.agillic.addCommunication(METTE, { name: "From the customer", channel: "INBOUND_SMS" });
  const [nothingYet] = await follow(app, html);
  for (const name of ["One", "Two", "Three", "<Four>"]) {
    app.clock.now += 1_000;
    app.agillic.addCommunication(METTE, { name, channel: "EMAIL" });
  }
  const { path } = nextLook(html) ?? { path: "" };

  const news = textOf((await read(app.get(path))).html.split("<section")[0] ?? "");

  assertNotMatch(textOf(nothingYet?.html.split("<section")[0] ?? ""), /Since then/);
  assertMatch(
    news,
    /^Since then in the history: <Four>, [^;]+; Three, [^;]+; Two, [^;]+; …$/,
  );
});

Deno.test("what is no time, or no look, is no route; a look of tomorrow finds nothing", async () => {
  using app = await createTestApp();
  await trigger(app);
  for (const rest of ["x/1", "-1/1", "1e3/1", "1.5/1", "1/x", "1/10", "1", `${"9".repeat(16)}/1`]) {
    assertEquals([rest, (await app.get(`/communications/since/${rest}`)).status], [rest, 404]);
  }
  const tomorrow = await read(app.get(`/communications/since/${app.clock.now + 86_400_000}/4`));
  assertMatch(textOf(tomorrow.html), /^Nothing new in the history yet/);
  assertEquals(nextLook((await read(app.get("/communications/since/0/9"))).html), null);
});

Deno.test("without the history nothing is promised of it, and nothing is looked at", async () => {
  using app = await createTestApp({ settings: { enable_communication_history_view: false } });
  const { html } = await trigger(app);

  assertMatch(textOf(html), /Event triggered/);
  assertNotMatch(textOf(html), /history/);
  assertEquals(nextLook(html), null);
  assertEquals((await read(app.get("/communications/since/0/1"))).html, "");
});

for (const view of [true, false]) {
  Deno.test(`a creation is followed, the Recipient View ${view ? "on" : "off"}`, async () => {
    using app = await createTestApp({ settings: { enable_recipient_view: view } });
    const created = await post(app, await offered(app));

    const place = { "Requester-Email": ADDRESS, "Requester-Id": "510", "Ticket-Id": "110" };
    const [look] = await follow(app, created.html, place);

    assertMatch(textOf(look?.html ?? ""), /^Since then in the history: .*, 10:12/);
  });
}
