import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import type { Services } from "../services.ts";

/** Whether one thing that the app needs can be used. */
type Check = () => Promise<boolean>;

/** GET /readyz: the app can do its work, or what it cannot use. */
export function createReadinessRoutes(
  { assets, config, kv, publicKey, sealing }: Services,
): Hono<AppEnv> {
  const checks: Record<string, Check> = {
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
    assets: async () => await assets.find(assets.scriptPath.split("/").at(-1) ?? "", "") !== null,
    store: async () => {
      if (kv === null) return false;
      await kv.get(["ready"]);
      return true;
    },
  };

  return new Hono<AppEnv>().get("/", async (c) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) =>
        [name, await check().catch(() => false)] as const
      ),
    );
    const unusable = results.filter(([, usable]) => !usable).map(([name]) => name);
    const ready = unusable.length === 0;
    return c.json({ ready, unusable }, ready ? 200 : 503);
  });
}
