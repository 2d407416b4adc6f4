import { Hono } from "hono";
import { getPath } from "hono/utils/url";
import type { Kv } from "./actions/kv.ts";
import { answerText } from "./answer.ts";
import type { Config } from "./config.ts";
import type { AppEnv, Assets, LogEntry } from "./context.ts";
import { logFault, nameOf } from "./faults.ts";
import { requestLog } from "./request_log.ts";
import { createAssetRoutes } from "./routes/assets.ts";

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

/** Answers requests. */
export type App = { fetch(request: Request): Response | Promise<Response> };

/**
 * The whole app. Here is what a cold start needs; the sidebar, with everything that it imports, is loaded by the
 * first request that is for it.
 */
export function createApp(options: AppOptions): App {
  const { log, now } = options;
  const front = createFront(options);
  let sidebar: App | undefined;
  let loading: Promise<App> | undefined;

  async function load(): Promise<App> {
    try {
      return sidebar = await (loading ??= importSidebar(options));
    } catch (error) {
      // The next request tries again.
      loading = undefined;
      throw error;
    }
  }

  async function loadAndFetch(request: Request): Promise<Response> {
    try {
      return await (await load()).fetch(request);
    } catch (error) {
      log({ at: new Date(now()).toISOString(), type: "sidebar_not_loaded", error: nameOf(error) });
      const headers = { "Cache-Control": "private, no-store" };
      return new Response("Something went wrong", { status: 500, headers });
    }
  }

  return {
    // A function and not one more Hono, which would match each request twice.
    fetch: (request) =>
      isForFront(request) ? front.fetch(request) : sidebar?.fetch(request) ?? loadAndFetch(request),
  };
}

function isForFront(request: Request): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = getPath(request);
  return path === "/healthz" || path === "/assets" || path.startsWith("/assets/");
}

function createFront({ log, now, randomId, assets }: AppOptions): App {
  return new Hono<AppEnv>()
    .use(requestLog({ log, now, randomId }))
    .get("/healthz", (c) => answerText(c, "ok"))
    .route("/assets", createAssetRoutes(assets))
    .notFound((c) => answerText(c, "404 Not Found", 404))
    .onError((error, c) => {
      logFault(c, error, { now, log });
      return answerText(c, "Internal Server Error", 500);
    });
}

async function importSidebar(options: AppOptions): Promise<App> {
  const { createSidebarApp } = await import("./sidebar_app.tsx");
  return await createSidebarApp(options);
}
