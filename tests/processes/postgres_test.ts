import { assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { actionIn } from "../journeys/answers.ts";
import { type Postgres, sharePostgres } from "../postgres_fixture.ts";
import { ACHIEVE, openAccount, signIn } from "./account.ts";
import { open as openClinic } from "./clinic.ts";
import { testHostilePosts } from "./hostile_posts_fixture.ts";
import { startServer, until } from "./server_process.ts";
import { testSharedStore } from "./shared_store_fixture.ts";

// A sidebar is to be there within 3 s, and so is an answer; a busy machine takes a little longer.
const LIMIT_MS = 4_000;

const { ignore, find } = await sharePostgres();

async function findStore() {
  return { DATABASE_URL: await (await find()).createDatabase() };
}

testSharedStore("Postgres", findStore, { ignore });
testHostilePosts("Postgres", findStore, { ignore });

Deno.test({
  name: "deno task doctor tries Postgres by writing",
  ignore,
  async fn() {
    await using clinic = await openClinic({ KV_PATH: "", ...await findStore() });
    const settings = await clinic.write("settings.json", DEFAULT_SETTINGS);
    const { output } = await clinic.run("--settings", settings);
    assertStringIncludes(output, "✓ Store for actions");
  },
});

/** How Postgres can be away, and come back. */
const ABSENCES: Record<string, Record<"leave" | "comeBack", (server: Postgres) => Promise<void>>> =
  {
    "has crashed": { leave: (server) => server.kill(), comeBack: (server) => server.start() },
    "stands still": { leave: (server) => server.pause(), comeBack: (server) => server.resume() },
  };

for (const [what, { leave, comeBack }] of Object.entries(ABSENCES)) {
  Deno.test({
    name:
      `while Postgres ${what} reading goes on and actions are refused, and soon after they work`,
    ignore,
    async fn() {
      await using account = await openAccount(await findStore());
      await using server = await startServer(account.env);
      const postgres = await find();
      const agent = await signIn(account, server.origin);
      const timed = async <Value>(use: () => Promise<Value>): Promise<Value> => {
        const startedAt = Date.now();
        const value = await use();
        assertLess(Date.now() - startedAt, LIMIT_MS);
        return value;
      };
      const post = async (html: string) => {
        const response = await agent.post(server.origin, "/events/1", actionIn(html));
        return [response.status, await response.text()] as const;
      };
      // The connections are there and used.
      const first = await (await agent.get(server.origin, "/sidebar")).text();

      await leave(postgres);
      const shown = await timed(async () =>
        await (await agent.get(server.origin, "/sidebar")).text()
      );
      const [refused, why] = await timed(() => post(first));
      const ready = await fetch(`${server.origin}/readyz`);
      await ready.body?.cancel();
      const acting = await timed(() => fetch(`${server.origin}/readyz/actions`));
      await acting.body?.cancel();
      const sentMeanwhile = account.agillic.counts.get(ACHIEVE);
      await comeBack(postgres);
      await timed(() => until(() => isActing(server.origin)));
      const [done, said] = await post(await (await agent.get(server.origin, "/events")).text());

      assertMatch(shown, /data-field="FIRSTNAME"/);
      assertMatch(why, /data-problem="store_unavailable"/);
      assertEquals([refused, ready.status, acting.status, sentMeanwhile], [
        503,
        200,
        503,
        undefined,
      ]);
      assertMatch(said, /Event triggered/);
      assertEquals([done, account.agillic.counts.get(ACHIEVE)], [200, 1]);
      const told = server.lines.filter(({ type }) => String(type).startsWith("store_"));
      assertEquals(told.map(({ type }) => type), ["store_away", "store_back"]);
    },
  });
}

async function isActing(origin: string): Promise<boolean> {
  const { ok, body } = await fetch(`${origin}/readyz/actions`);
  await body?.cancel();
  return ok;
}
