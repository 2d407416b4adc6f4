import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { actionIn } from "../journeys/answers.ts";
import { ACHIEVE, openAccount, signIn } from "./account.ts";
import { startServer } from "./server_process.ts";

// A sidebar is to be there within 3 s; a busy machine takes a little longer.
const LIMIT_MS = 4_000;

const REMOTES: Record<string, (request: Request) => Response | Promise<Response>> = {
  "answers 503": () => new Response("Try again", { status: 503 }),
  "never answers": ({ signal }) =>
    new Promise((resolve) => signal.addEventListener("abort", () => resolve(new Response()))),
};

for (const [what, answer] of Object.entries(REMOTES)) {
  Deno.test(`a remote store that ${what} leaves reading as it is, and has actions refused in time`, async () => {
    await using account = await openAccount();
    await using remote = Deno.serve({ port: 0, hostname: "localhost", onListen() {} }, answer);
    await using server = await startServer({
      ...account.env,
      KV_PATH: `http://localhost:${remote.addr.port}`,
      DENO_KV_ACCESS_TOKEN: "token",
    });
    const agent = await signIn(account, server.origin);
    const startedAt = Date.now();

    const sidebar = await (await agent.get(server.origin, "/sidebar")).text();
    const shownAfterMs = Date.now() - startedAt;
    const refused = await agent.post(server.origin, "/events/1", actionIn(sidebar));
    const ready = await fetch(`${server.origin}/readyz`);
    const acting = await fetch(`${server.origin}/readyz/actions`);

    assertLess(shownAfterMs, LIMIT_MS);
    assertMatch(sidebar, /data-field="FIRSTNAME"/);
    assertMatch(sidebar, /When each was last triggered cannot be read right now\./);
    assertMatch(await refused.text(), /data-problem="store_unavailable"/);
    assertEquals([ready.status, acting.status], [200, 503]);
    assertEquals((await ready.json()).actions, await acting.json());
    assertEquals(account.agillic.counts.get(ACHIEVE), undefined);
    assert(server.lines.some(({ type }) => type === "store_away"));
  });
}
