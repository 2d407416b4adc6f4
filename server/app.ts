import { Hono } from "hono";
import type { Kv } from "./actions/kv.ts";
import type { Config } from "./config.ts";
import type { AppEnv, Assets, LogEntry } from "./context.ts";
import { requestLog } from "./request_log.ts";
import { createAssetRoutes } from "./routes/assets.ts";
import { securityHeaders } from "./security_headers.ts";

/** Everything outside of the process that the app depends on. */
export type AppOptions = {
  config: Config;
  assets: Assets;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Null when the store can not be used: actions then refuse. */
  kv: Kv | null | Promise<Kv | null>;
  /** Epoch ms. */
  now: () => number;
  /** From 0 to below 1, for jitter. */
  random: () => number;
  randomId: () => string;
  delay: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: (entry: LogEntry) => void;
};

/**
 * The whole app. Here is what a cold start needs; the sidebar, with everything that it imports, is loaded by the
 * first request that is for it.
 */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { log, now, randomId, assets } = options;
  let sidebar: Promise<Hono<AppEnv>> | undefined;
  const loadSidebar = () =>
    sidebar ??= importSidebar(options).catch((error) => {
      // The next request tries again.
      sidebar = undefined;
      throw error;
    });
  const front = new Hono<AppEnv>()
    // First, so that whatever happens after it has its line in the log.
    .use(requestLog({ log, now, randomId }))
    .use(securityHeaders())
    .get("/healthz", (c) => c.text("ok"))
    .route("/assets", createAssetRoutes(assets));

  return new Hono<AppEnv>()
    .get("/healthz", (c) => front.fetch(c.req.raw))
    .get("/assets/*", (c) => front.fetch(c.req.raw))
    .all("*", async (c) => (await loadSidebar()).fetch(c.req.raw))
    .onError((error, c) => {
      log({ at: new Date(now()).toISOString(), type: "sidebar_not_loaded", error: error.name });
      return c.text("Something went wrong", 500, { "Cache-Control": "private, no-store" });
    });
}

async function importSidebar(options: AppOptions): Promise<Hono<AppEnv>> {
  const { createSidebarApp } = await import("./sidebar_app.tsx");
  return await createSidebarApp(options);
}
