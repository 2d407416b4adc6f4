import type { AppContext } from "../context.ts";

/** A posted text field: empty when the form does not have it, null when there is no form that can be read. */
export async function readPosted(c: AppContext, name: string): Promise<string | null> {
  try {
    const { [name]: value } = await c.req.parseBody();
    return typeof value === "string" ? value : "";
  } catch {
    return null;
  }
}
