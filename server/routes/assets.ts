import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import type { Assets } from "../options.ts";

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};
const ENCODINGS = [["br", "br"], ["gzip", "gz"]] as const;

/** GET /assets/*: files named by their content, which never change. */
export function createAssetRoutes(assets: Assets): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:name", async (c) => {
    const name = c.req.param("name");
    const accepted = parseEncodings(c.req.header("accept-encoding") ?? "");
    const [encoding, extension] = ENCODINGS.find(([e]) => accepted.includes(e)) ??
      ["", ""] as const;
    const bytes = await assets.find(name, extension);
    if (bytes === null) return c.notFound();
    c.header("Content-Type", TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    c.header("Vary", "Accept-Encoding");
    if (encoding !== "") c.header("Content-Encoding", encoding);
    return c.body(bytes);
  });
}

/** The encodings that a browser reads; `q=0` refuses one. */
function parseEncodings(header: string): string[] {
  return header.split(",").map((part) => part.toLowerCase().replaceAll(" ", ""))
    .filter((part) => !/;q=0(?:\.0*)?$/.test(part)).map((part) => part.replace(/;.*/, ""));
}
