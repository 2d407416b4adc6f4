import { Hono } from "hono";
import { acceptedEncodings } from "../accepted_encodings.ts";
import type { AppEnv } from "../context.ts";
import type { Assets } from "../options.ts";

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};
const ENCODINGS = [["br", "br"], ["gzip", "gz"]] as const;
type Extension = Parameters<Assets["find"]>[1];
const UNCHANGING = "public, max-age=31536000, immutable";
// As the build names them: by twelve digits of their content.
const DIGITS = /-[0-9a-f]{12}(?=\.(?:js|css)$)/;

/**
 * GET /assets/*: files named by their content, which never change. A page of another release names others: while both
 * releases answer, its files may be asked of this one, which answers its own.
 */
export function createAssetRoutes(assets: Assets): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:name", async (c) => {
    const name = c.req.param("name");
    const accepted = acceptedEncodings(c.req.header("accept-encoding"));
    const [encoding, extension] = ENCODINGS.find(([e]) => accepted.includes(e)) ??
      ["", ""] as const;
    const named = await assets.find(name, extension);
    const bytes = named ?? await findInstead(name, extension);
    if (bytes === null) return c.notFound();
    c.header("Content-Type", TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
    c.header("Cache-Control", named === null ? "no-store" : UNCHANGING);
    c.header("Vary", "Accept-Encoding");
    if (encoding !== "") c.header("Content-Encoding", encoding);
    return c.body(bytes);
  });

  /** The present file of that name but for its digits; null for what was never the name of one. */
  async function findInstead(name: string, extension: Extension): ReturnType<Assets["find"]> {
    if (!DIGITS.test(name)) return null;
    const kind = name.replace(DIGITS, "");
    const present = assets.names.find((each) => each.replace(DIGITS, "") === kind);
    return present === undefined ? null : await assets.find(present, extension);
  }
}
