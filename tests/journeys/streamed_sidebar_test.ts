/** The whole sidebar in one answer: what is there at once, and the history behind it. */
import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { HISTORY_MARK } from "../../contract/page.ts";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { communicationsOf, partsOf, problemsOf } from "./answers.ts";

const STREAMING = { History: "behind" };
const GZIP = { ...STREAMING, "Accept-Encoding": "gzip" };
const HISTORY_ROUTE = "POST /recipients/:id/:listCommunicationHistory";

function callsOf({ agillic }: TestApp): string[] {
  return agillic.calls.map(({ method, route }) => `${method} ${route}`);
}

async function askFor(app: TestApp, place: Place = {}) {
  const answer = await app.get("/sidebar", place, STREAMING);
  const [first = "", behind] = (await answer.text()).split(HISTORY_MARK);
  return {
    answer,
    first,
    behind: behind === undefined ? null : { status: behind.slice(0, 3), html: behind.slice(3) },
  };
}

/** An app whose Agillic answers for the history when it is told to. */
async function createWaitingApp() {
  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<undefined>();
  const app = await createTestApp({
    intercept: (url) => url.pathname.endsWith(":listCommunicationHistory") ? mayAnswer : undefined,
  });
  return Object.assign(app, { letAnswer: () => letAnswer(undefined) });
}

Deno.test("one answer has all parts, for the calls that they cost alone", async () => {
  using app = await createTestApp();
  const { answer, first, behind } = await askFor(app);

  assertEquals(answer.status, 200);
  assertEquals(partsOf(first), ["summary", "events", "recipient", "communications"]);
  assertEquals(behind?.status, "200");
  const alone = await (await app.get("/communications")).text();
  assertEquals(behind?.html, alone);
  assertEquals(callsOf(app).toSorted(), [
    "GET /recipients/:id",
    HISTORY_ROUTE,
    HISTORY_ROUTE,
  ]);
});

Deno.test("the history is told what Person Data says on delivery, without being told by the shell", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "bounced@example.dk" };
  const { answer, behind } = await askFor(app, place);
  const state = answer.headers.get("Recipient-State");
  assert(state !== null && state !== "none");
  assertStringIncludes(behind?.html ?? "", `data-verdict="${state}"`);
});

for (const [name, headers] of [["as it is", STREAMING], ["in gzip", GZIP]] as const) {
  Deno.test(`what is there is sent before Agillic answers for the history, ${name}`, async () => {
    using app = await createWaitingApp();
    // From the second answer on it is compressed.
    await (await app.get("/recipient", {}, GZIP)).body?.cancel();
    await import("node:zlib");

    const { body, headers: said } = await app.get("/sidebar", {}, headers);
    assert(body !== null);
    assertEquals(said.get("Content-Encoding"), headers === GZIP ? "gzip" : null);
    assertEquals(said.get("Cache-Control"), "private, no-store, no-transform");
    assertEquals(said.get("X-Accel-Buffering"), "no");
    const bytes = headers === GZIP ? body.pipeThrough(new DecompressionStream("gzip")) : body;
    const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes(HISTORY_MARK)) text += (await reader.read()).value;
    assertEquals(partsOf(text), ["summary", "events", "recipient", "communications"]);
    assertEquals(app.log.filter(({ route }) => route === "/sidebar"), []);

    app.letAnswer();
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    assert(communicationsOf(text).length > 0);
    // Its line in the log tells of the whole.
    assertEquals(app.log.filter(({ route }) => route === "/sidebar").length, 1);
  });
}

Deno.test("the history is asked for beside the recipient, not after", async () => {
  const { promise: isAsked, resolve: sayAsked } = Promise.withResolvers<undefined>();
  using app = await createTestApp({
    intercept: (url) => {
      if (!url.pathname.endsWith(":listCommunicationHistory")) return isAsked;
      sayAsked(undefined);
    },
  });
  const { behind } = await askFor(app);
  assertEquals(behind?.status, "200");
});

Deno.test("a history that fails has its problem in its place, and in the log", async () => {
  using app = await createTestApp({
    intercept: ({ pathname }) =>
      pathname.endsWith(":listCommunicationHistory")
        ? new Response("{", { status: 200, headers: { "Content-Type": "application/json" } })
        : undefined,
  });
  const { answer, first, behind } = await askFor(app);
  assertEquals(answer.status, 200);
  assertEquals(problemsOf(first), []);
  assertEquals(behind?.status, "502");
  assertEquals(problemsOf(behind?.html ?? ""), ["agillic_answer_unknown"]);
  assertStringIncludes(behind?.html ?? "", 'hx-get="/communications"');
  const line = app.log.findLast(({ route }) => route === "/sidebar");
  assertEquals([line?.status, line?.reason], [200, "agillic_answer_unknown"]);
});

Deno.test("whoever is no recipient has no history, for one call more", async () => {
  using app = await createTestApp();
  const nobody = { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" };
  const { answer, behind } = await askFor(app, nobody);
  assertEquals([answer.headers.get("Recipient"), behind], ["unknown", null]);
  const calls = callsOf(app).length;

  // It is known by now that the address finds nobody.
  const again = await askFor(app, { ...nobody, "Requester-Other-Emails": "none@example.dk" });
  assertEquals(again.behind, null);
  assertFalse(callsOf(app).slice(calls).includes(HISTORY_ROUTE));
});

Deno.test("a recipient who is found by another address has their own history alone", async () => {
  using app = await createTestApp();
  const place = {
    "Requester-Email": "nobody@example.dk",
    "Requester-Other-Emails": "mette@example.dk",
  };
  const { behind } = await askFor(app, place);
  const alone = await (await app.get("/communications")).text();
  assertEquals(
    communicationsOf(behind?.html ?? "").map(({ name }) => name),
    communicationsOf(alone).map(({ name }) => name),
  );
});

Deno.test("a recipient whom Agillic has in small letters has their history, too", async () => {
  using app = await createTestApp();
  app.agillic.set({ caseSensitive: true });
  const { behind } = await askFor(app, { "Requester-Email": "Mette@Example.dk" });
  assertEquals(behind?.status, "200");
  assert(communicationsOf(behind?.html ?? "").length > 0);
});

Deno.test("a history that is switched off is not asked for", async () => {
  using app = await createTestApp({ settings: { enable_communication_history_view: false } });
  const { behind } = await askFor(app);
  assertEquals([behind, callsOf(app)], [null, ["GET /recipients/:id"]]);
});

Deno.test("a shell that does not read pieces gets none", async () => {
  using app = await createTestApp();
  const text = await (await app.get("/sidebar")).text();
  assertFalse(text.includes(HISTORY_MARK));
  assertEquals(callsOf(app), ["GET /recipients/:id"]);
});
