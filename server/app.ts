import { Hono } from "hono";
import { getPath } from "hono/utils/url";
import type { AppEnv } from "./context.ts";
import { logFault, nameOf } from "./faults.ts";
import type { App, AppOptions, ResumingApp } from "./options.ts";
import { requestLog } from "./request_log.ts";
import { createAssetRoutes } from "./routes/assets.ts";
import { SECURITY_HEADERS } from "./security_headers.ts";

/**
 * The whole app. Here is what a cold start needs; the sidebar, with everything that it imports, is loaded by the
 * first request that is for it.
 */
export function createApp(options: AppOptions): ResumingApp {
  const { log, now } = options;
  const front = createFront(options);
  const refusal = createRefusal(options);
  let sidebar: ResumingApp | undefined;
  let loading: Promise<ResumingApp> | undefined;

  async function load(): Promise<ResumingApp> {
    try {
      return sidebar = await (loading ??= importSidebar(options));
    } catch (error) {
      // The next request tries again.
      loading = undefined;
      throw error;
    }
  }

  function tellNotLoaded(error: unknown): void {
    log({ at: new Date(now()).toISOString(), type: "sidebar_not_loaded", error: nameOf(error) });
  }

  async function loadAndFetch(request: Request): Promise<Response> {
    try {
      return await (await load()).fetch(request);
    } catch (error) {
      tellNotLoaded(error);
      const headers = Object.fromEntries(SECURITY_HEADERS);
      return new Response("Something went wrong", { status: 500, headers });
    }
  }

  return {
    // A function and not one more Hono, which would match each request twice.
    fetch(request) {
      if (!hasProperHost(request)) return refusal.fetch(request);
      if (isForFront(request)) return front.fetch(request);
      return sidebar?.fetch(request) ?? loadAndFetch(request);
    },
    async resumeDue() {
      await load().then((sidebar) => sidebar.resumeDue(), tellNotLoaded);
    },
  };
}

// A name or an address, and a port.
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Deno puts the header in front of the target to make the URL: `x/healthz?` in it would choose the route. */
function hasProperHost(request: Request): boolean {
  return HOST.test(request.headers.get("host") || "none");
}

function isForFront(request: Request): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = getPath(request);
  return path === "/healthz" || path === "/assets" || path.startsWith("/assets/");
}

function createFront(options: AppOptions): App {
  return new Hono<AppEnv>()
    .use(requestLog(options))
    .get("/healthz", (c) => c.text("ok"))
    .route("/assets", createAssetRoutes(options.assets))
    .notFound((c) => c.text("404 Not Found", 404))
    .onError((error, c) => {
      logFault(c.get("requestId"), error, options);
      return c.text("Internal Server Error", 500);
    });
}

/** For a request whose URL cannot be believed. */
function createRefusal(options: AppOptions): App {
  return new Hono<AppEnv>({ getPath: () => "/" })
    .use(requestLog(options))
    .all("*", (c) => {
      c.set("reason", "host_malformed");
      return c.text("Bad request", 400);
    });
}

async function importSidebar(options: AppOptions): Promise<ResumingApp> {
  const { createSidebarApp } = await import("./sidebar_app.tsx");
  return createSidebarApp(options);
}
