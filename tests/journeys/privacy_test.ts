import { assert, assertEquals, assertFalse } from "@std/assert";
import { LEVEL_OF_TYPE } from "../../server/log_levels.ts";
import { createTestApp, SESSION_KEY } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { act, spendDay } from "./agents_day.ts";
import { linksOf, textOf } from "./answers.ts";
import {
  createPausingApp,
  notify,
  OTHER_TICKET,
  pause,
  resumeAction,
  untilShown,
} from "./pausing.ts";

const MASKED = { masked_person_data: "MSISDN" };

const METRICS_TOKEN = "metrics-token-0123456789-0123456789";

/** What may stand in no URL of ours, in no line of the log and in no metric, plain or encoded. */
const PERSONAL = [
  "example.dk",
  "example.ie",
  "mette",
  "holm",
  "søren",
  "s%c3%b8ren",
  "nyhed",
  "brien",
  "bodil",
  "otto",
  "4520123456",
  "agillic-secret",
  "agent name",
  "namedbyzendesk",
  btoa("agillic-key:agillic-secret").toLowerCase(),
  SESSION_KEY.toLowerCase(),
  METRICS_TOKEN,
];

/** What could be read of it, in small letters: sealed texts and keyed digests are random letters, any word among them. */
function legible(held: unknown): string {
  return JSON.stringify(held)
    .replaceAll(/eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+|(?<![\w-])[\w-]{43}(?![\w-])/g, "")
    .toLowerCase();
}

Deno.test("no answer and no line of the log names anybody, whatever an agent does", async () => {
  using app = await createTestApp({ settings: MASKED });
  await app.openShell();
  await app.openShell({ signedWith: "foreign" });
  const answers = await spendDay(app);
  const acted = await act(app);
  assert(acted.some(({ status }) => status === 200));
  assert(acted.some(({ status }) => status === 409));

  const log = JSON.stringify(app.log).toLowerCase();
  for (const word of PERSONAL) assertFalse(log.includes(word), `the log holds ${word}`);
  for (const token of [await app.signIn(), await app.agentPass()]) {
    assertFalse(log.includes(token.slice(0, 80).toLowerCase()));
  }

  const links = new Set(answers.flatMap(({ html }) => linksOf(html)));
  for (const link of links) {
    for (const word of PERSONAL) assertFalse(link.toLowerCase().includes(word), link);
    assert(
      /^\/(sidebar|recipient(\/values\/MSISDN)?|setup|events(\/[1-3])?|(activity|communications(\/(list|picture))?)(\?[\w=.&%+]*)?)$/
        .test(link),
      link,
    );
  }
  assert([...links].some((link) => link.includes("before=")));
});

Deno.test("the activity names agents and tickets, and no customer, whatever was done for whom", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createTestApp({ kv });
  const acted = await act(app);
  assert(acted.some(({ status }) => status === 200));

  const html = await (await app.get("/activity")).text();
  const others = html.toLowerCase().replaceAll("mette agent", "");
  assert(others.includes("data-outcome"));
  const kept = legible(await Array.fromAsync(kv.list({ prefix: [] })));
  for (const word of [...PERSONAL, "510", "509"]) {
    assertFalse(others.includes(word), `the activity holds ${word}`);
  }
  for (const word of PERSONAL) assertFalse(kept.includes(word), `the store holds ${word}`);
});

Deno.test("no header of an answer names anybody", async () => {
  using app = await createTestApp({ settings: MASKED });
  for (const { path, response } of await spendDay(app)) {
    const { recipient = "unknown", ...others } = Object.fromEntries(response.headers);
    assert(/^(unknown|eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+)$/.test(recipient), path);
    const headers = JSON.stringify(others).toLowerCase();
    for (const word of PERSONAL) assertFalse(headers.includes(word), `${path}: ${word}`);
  }
});

Deno.test("a metric names nobody, no ticket and no agent, whatever an agent does", async () => {
  using app = await createTestApp({ settings: MASKED, env: { METRICS_TOKEN } });
  await spendDay(app);
  await act(app);
  for (const path of ["/mette@example.dk", "/events/mette?email=mette@example.dk"]) {
    await app.request(path, { method: "METTE" });
  }
  const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
  const metrics = await (await app.request("/metrics", { headers })).text();

  for (const word of PERSONAL) assertFalse(metrics.toLowerCase().includes(word), word);
  const labels = new Set([...metrics.matchAll(/(\w+)="([^"]*)"/g)].map(([label]) => label));
  assert(labels.has('route="/recipients/:id"') && labels.has('outcome="done"'));
  for (const label of labels) {
    assert(/^(le="[\d.+Inf]+"|status="[2-5]xx"|[a-z]+="[A-Za-z_/:]+")$/.test(label), label);
  }
});

Deno.test("every personal answer is private, echoed, and kept nowhere", async () => {
  using app = await createTestApp({ settings: MASKED });
  for (const { path, response } of await spendDay(app)) {
    assertEquals(response.headers.get("Cache-Control"), "private, no-store", path);
    assertEquals(response.headers.get("Requester"), "echo-1", path);
    assertEquals(response.headers.get("ETag"), null, path);
    assertEquals(response.headers.get("Last-Modified"), null, path);
    assertEquals(response.headers.get("Set-Cookie"), null, path);
    assertEquals(response.headers.get("Access-Control-Allow-Origin"), null, path);
    assertEquals(response.headers.get("X-Frame-Options"), null, path);
    assertEquals(
      response.headers.get("Content-Security-Policy"),
      "default-src 'none'; frame-ancestors 'none'",
      path,
    );
  }
});

Deno.test("no answer is blank, a stack trace, or holds a secret", async () => {
  using app = await createTestApp({ settings: MASKED });
  for (const { path, response, html } of await spendDay(app)) {
    const text = textOf(html);
    assert(text !== "", `${path} ${response.status}`);
    assertFalse(/\.tsx?:\d|node_modules|\[object |undefined|NaN/.test(text), path);
    assertFalse(html.includes("agillic-secret") || html.includes(SESSION_KEY), path);
    assertFalse(html.includes(btoa("agillic-key:agillic-secret")), path);
    assertFalse(/<script| (?:href|src|action|hx-\w+)="javascript:/i.test(html), path);
  }
});

Deno.test("a line of the log has these names and no others", async () => {
  using app = await createTestApp({ settings: MASKED });
  await spendDay(app);
  await act(app);
  const names = new Set(app.log.flatMap((entry) => Object.keys(entry)));
  assertEquals([...names].toSorted(), [
    "agillicMs",
    "at",
    "code",
    "event",
    "field",
    "installationId",
    "kind",
    "method",
    "ms",
    "outcome",
    "reason",
    "recipient",
    "repeated",
    "requestId",
    "route",
    "slot",
    "status",
    "subdomain",
    "ticketId",
    "type",
    "userId",
  ]);
  for (const { type } of app.log) assert(String(type) in LEVEL_OF_TYPE, String(type));
  assert(app.log.some(({ type }) => type === "reveal"));
  for (const { route } of app.log) assertFalse(/[?@=]/.test(String(route)), String(route));
});

Deno.test("what Agillic says of a person in its errors is not logged", async () => {
  using app = await createTestApp({
    intercept: () =>
      Response.json({ status: "418", message: "No such person: mette@example.dk" }, {
        status: 418,
      }),
  });
  const response = await app.get("/sidebar");
  assertEquals(response.status, 502);
  assertFalse(JSON.stringify(app.log).includes("mette"));
});

Deno.test("nothing that is paused and resumed names anybody in the log, in a link or in the store", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createPausingApp({ kv, settings: { cool_down_seconds: "0" } });
  const place = { "Agent-Name": "Agent Name" };
  const answers = [await pause(app, place), await pause(app, { ...place, ...OTHER_TICKET })];
  await notify(app);
  const kept = await Array.fromAsync(kv.list({ prefix: [] }));
  assert(kept.some(({ key }) => key[0] === "order"));
  await notify(app, {}, 102);
  await untilShown(app, "");
  await pause(app, place);
  answers.push(await read(app.post("/events/3/resume", await resumeAction(app, place), place)));

  assertEquals(answers.map(({ status }) => status), [200, 200, 200]);
  const links = answers.flatMap(({ html }) => linksOf(html));
  assert(links.includes("/events/3/resume"));
  const texts = { log: app.log, links, store: kept };
  for (const [name, held] of Object.entries(texts)) {
    const text = legible(held);
    for (const word of [...PERSONAL, "development-webhook-secret"]) {
      assertFalse(text.includes(word), `${name}: ${word}`);
    }
  }
});
