import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import type { Services } from "../services.ts";

/** Whether one thing is as the app needs it; its name says what is not. */
type Check = () => boolean | Promise<boolean>;

type Readiness = { ready: boolean; unusable: string[] };

/**
 * GET /readyz: whether reads can be served, and what actions would do; or what cannot be used.
 * GET /readyz/actions: actions would be accepted, too.
 */
export function createReadinessRoutes(
  { assets, config, isStopping, publicKey, sealing, store }: Services,
): Hono<AppEnv> {
  const reading: Record<string, Check> = {
    stopping: () => !isStopping(),
    session_keys: async () => {
      const opened = await sealing.open("session", await sealing.seal("session", {}, 60));
      return opened.ok;
    },
    // A key that has to be fetched is Zendesk's to have: only one of ours can be wrong here.
    app_public_key: async () => {
      const own = [...config.accounts].filter(([, { appKey }]) => "pem" in appKey);
      const keys = await Promise.all(own.map(([name]) => publicKey.find(name, { fresh: false })));
      return !keys.includes(null);
    },
    assets: async () =>
      !(await Promise.all(assets.names.map((name) => assets.find(name, "")))).includes(null),
  };
  const acting: Record<string, Check> = {
    read_only: () => !config.readOnly,
    store: () => store.isWritable(),
  };

  async function judge(): Promise<Readiness & { actions: Readiness }> {
    const [unusable, beside] = await Promise.all([findUnusable(reading), findUnusable(acting)]);
    const all = [...unusable, ...beside];
    return {
      ready: unusable.length === 0,
      unusable,
      actions: { ready: all.length === 0, unusable: all },
    };
  }

  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const readiness = await judge();
      return c.json(readiness, readiness.ready ? 200 : 503);
    })
    .get("/actions", async (c) => {
      const { actions } = await judge();
      return c.json(actions, actions.ready ? 200 : 503);
    });
}

async function findUnusable(checks: Record<string, Check>): Promise<string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) =>
      [name, await Promise.resolve().then(check).catch(() => false)] as const
    ),
  );
  return results.filter(([, usable]) => !usable).map(([name]) => name);
}
