import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import type { DeskEnv } from "./desk_env.ts";

/** The agent page's own script and style, as they lie in `host/`. */
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** Serves `host/`, never cached, so that an edit shows at once. */
export function createHostFiles(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/host/:file{[a-z_]+\\.(js|css)}", async (c) => {
    const file = c.req.param("file");
    const text = await readFile(new URL(`host/${file}`, import.meta.url), "utf8")
      .catch(() => null);
    if (text === null) return c.notFound();
    const type = TYPES[file.split(".").at(-1) ?? ""] ?? "text/plain";
    return c.body(text, 200, { "content-type": type, "cache-control": "no-store" });
  });
  return app;
}
