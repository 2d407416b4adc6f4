import type { AppContext } from "../context.ts";

/** The posted hidden field; empty when there is none, or no form that can be read. */
export async function readPosted(c: AppContext): Promise<string> {
  const { action } = await c.req.parseBody().catch(() => ({ action: "" }));
  return typeof action === "string" ? action : "";
}
