/** A release replaces another: for a while both answer, and pages of each are open. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { actionIn, problemsOf } from "./answers.ts";

const TOKEN = String(DEFAULT_SETTINGS.base64_encoded_token);
/** The shell's files of one release. */
function builtAs(digits: string) {
  const script = `shell-${digits}.js`;
  const htmx = `htmx-${digits}.js`;
  const style = `shell-${digits}.css`;
  const names = [script, htmx, style];
  return {
    scriptPath: `/assets/${script}`,
    stylePath: `/assets/${style}`,
    names,
    find: (name: string, encoding: string) =>
      Promise.resolve(
        names.includes(name) ? new TextEncoder().encode(`${name} ${encoding}`.trim()) : null,
      ),
  };
}

/** Two releases with one key and one store. */
async function openUpdate() {
  const kv = await Deno.openKv(":memory:");
  const [before, after] = await Promise.all(
    ["0a0a0a0a0a0a", "0b0b0b0b0b0b"].map((digits) =>
      createTestApp({ kv, assets: builtAs(digits) })
    ),
  );
  assert(before && after);
  return { before, after, [Symbol.dispose]: () => kv.close() };
}

/** What a page names, and its agent's pass. */
async function readPage(app: TestApp) {
  const page = await (await app.openShell()).text();
  const find = (pattern: RegExp) => pattern.exec(page)?.[1] ?? "";
  return {
    script: find(/<script[^>]* src="([^"]+)"/),
    style: find(/<link rel="stylesheet" href="([^"]+)"/),
    pass: find(/<meta name="agent-pass" content="([^"]+)"/),
  };
}

async function signInWith(app: TestApp, pass: string): Promise<string> {
  const answer = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders(),
    body: JSON.stringify({ agentPass: pass }),
  });
  assertEquals(answer.status, 200);
  return (await answer.json()).session;
}

for (const direction of ["an old page with a new server", "a new page with an old server"]) {
  Deno.test(`${direction} gets a script, signs in, reads and triggers once`, async () => {
    using update = await openUpdate();
    const [own, other] = direction.startsWith("an old")
      ? [update.before, update.after]
      : [update.after, update.before];
    const { script, style, pass } = await readPage(own);

    // The page names the first and the last, the script the other.
    const htmx = script.replace("shell", "htmx");
    for (const path of [script, htmx, style]) {
      const named = await own.request(path);
      assertStringIncludes(named.headers.get("Cache-Control") ?? "", "immutable");
      const answer = await other.request(path, { headers: { "Accept-Encoding": "br" } });
      assertEquals([answer.status, answer.headers.get("Cache-Control")], [200, "no-store"]);
      assertEquals(answer.headers.get("Content-Encoding"), "br");
      const digits = other === update.after ? "0b0b0b0b0b0b" : "0a0a0a0a0a0a";
      const name = path.replace("/assets/", "").replace(/0[ab]0[ab]\w+(?=\.)/, digits);
      assertEquals(await answer.text(), `${name} br`);
    }

    // One session works at both, whichever made it.
    const headers = { Authorization: `Bearer ${await signInWith(other, pass)}` };
    const parts = await own.get("/events", {}, headers);
    assertEquals(parts.status, 200);
    const action = actionIn(await parts.text());
    assertEquals((await other.post("/events/1", action, {}, headers)).status, 200);
    assertEquals((await own.post("/events/1", action, {}, headers)).status, 200);
    const counts = [own, other].map(({ agillic }) =>
      agillic.achieved("mette@example.dk", "welcome_event")
    );
    assertEquals(counts, [0, 1]);
  });
}

const NOT_NAMES_OF_THE_SHELL = [
  "shell-0a0a0a0a0a0.js",
  "shell-0a0a0a0a0a0aa.js",
  "shell-0A0A0A0A0A0A.js",
  "shell-0a0a0a0a0a0a.js.br",
  "shell-0a0a0a0a0a0a.json",
  "shell-0a0a0a0a0a0a.js%0A",
  "x-shell-0a0a0a0a0a0a.js",
  "htmx-0a0a0a0a0a0a.css",
  "htmx-0a0a0a0a0a0.js",
  "other-0a0a0a0a0a0a.css",
];

Deno.test("only a name that the shell's files may have is answered by the present ones", async () => {
  using app = await createTestApp({ assets: builtAs("0b0b0b0b0b0b") });
  for (const name of NOT_NAMES_OF_THE_SHELL) {
    const answer = await app.request(`/assets/${name}`);
    assertEquals([name, answer.status], [name, 404]);
  }
});

Deno.test("a page says less, or more, than this release asks for", async () => {
  using app = await createTestApp();
  const headers = { Authorization: `Bearer ${await app.signIn()}`, Requester: "echo-1" };
  const least = { ...headers, "Requester-Email": "mette%40example.dk", "Requester-Id": "501" };
  const most = { ...least, "Something-New": "1", "Recipient-State": "a-word-of-tomorrow" };
  for (const said of [least, most]) {
    for (const path of ["/sidebar", "/recipient", "/events", "/communications", "/setup"]) {
      const answer = await app.request(path, { headers: said });
      assertEquals([path, answer.status], [path, 200]);
      await answer.body?.cancel();
    }
  }
});

Deno.test("a page that signs the credential instead of sending it is told to reload", async () => {
  using app = await createTestApp();
  const { "Agillic-Token": _, ...headers } = await app.sessionHeaders({
    base64_encoded_token: TOKEN,
  });
  const init = {
    method: "POST",
    headers,
    body: JSON.stringify({ agentPass: await app.agentPass() }),
  };
  const answer = await app.request("/session", init);
  // The page has the words itself: “Try again, or reload the page”.
  assertEquals([answer.status, (await answer.json()).problem], [401, "session_required"]);
  assertEquals(app.log.at(-1)?.reason, "page_of_older_release");
});

Deno.test("a page that signs the credential works where the server has one itself", async () => {
  using app = await createTestApp({ env: { AGILLIC_TOKEN: TOKEN } });
  const { "Agillic-Token": _, ...headers } = await app.sessionHeaders({
    base64_encoded_token: btoa("agillic-key:wrong"),
  });
  const answer = await app.request("/session", {
    method: "POST",
    headers,
    body: JSON.stringify({ agentPass: await app.agentPass() }),
  });
  assertEquals(answer.status, 200);
  const session = `Bearer ${(await answer.json()).session}`;
  assertEquals((await app.get("/recipient", {}, { Authorization: session })).status, 200);
});

Deno.test("a part that this release does not have is told to be reloaded, in the agent's language", async () => {
  using app = await createTestApp();
  const said = { "Agent-Locale": "da" };
  const requests = [
    app.get("/vouchers", said),
    app.get("/sidebar/x", said),
    app.post("/events/13", "x", said),
    app.post("/communications", "x", said),
  ];
  for (const answer of await Promise.all(requests)) {
    assertEquals([answer.status, answer.headers.get("Content-Language")], [404, "da"]);
    assertEquals(answer.headers.get("Requester"), "echo-1");
    const html = await answer.text();
    assertEquals(problemsOf(html), ["other_release"]);
    assertStringIncludes(html, "Siden er fra en anden version");
    assertStringIncludes(
      html,
      '<button type="submit" id="page-reload" form="reload">Genindlæs</button>',
    );
  }
  assertEquals(app.log.at(-1)?.reason, "other_release");
  assertEquals(app.agillic.calls.length, 0);
});
