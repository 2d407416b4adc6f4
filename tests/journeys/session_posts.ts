/** A session, as the shell asks for it and others try to. */
import { assertEquals } from "@std/assert";
import type { SettingsTokenOptions } from "../../simulators/zendesk/settings_token.ts";
import { SESSION_KEY, type TestApp } from "../app_fixture.ts";

/** A settings secret that the app's server does not know, unless it is told. */
export const SECRET = "another-settings-secret-0123456789abcdef";
/** A session key of another server. */
export const OTHER_KEY = SESSION_KEY.replace("AAEC", "QQEC");
/** What nobody gets without a session. */
export const FRAGMENTS = ["/sidebar", "/recipient", "/events", "/communications"];

/** Asks for a session as the proxy would; each part may be another. */
export async function askForSession(
  app: TestApp,
  { claims, signing, authorization, body }: {
    claims?: Record<string, unknown>;
    signing?: SettingsTokenOptions;
    authorization?: string;
    body?: string;
  } = {},
): Promise<Response> {
  return await app.request("/session", {
    method: "POST",
    headers: {
      ...await app.sessionHeaders(claims, signing),
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    body: body ?? JSON.stringify({ agentPass: await app.agentPass() }),
  });
}

/** What the shell is told of every refusal. */
export const REFUSAL = {
  problem: "session_required",
  message: "Zendesk did not let the app sign in.",
};

/** Refused with one public sentence, the reason in the log alone. */
export async function assertRefused(
  app: TestApp,
  response: Response,
  reason: string,
): Promise<void> {
  assertEquals([response.status, app.log.at(-1)?.reason], [401, reason]);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(await response.json(), REFUSAL, reason);
}

/** The headers of a fragment request in that session. */
export function bearer(session: string): Record<string, string> {
  return { Authorization: `Bearer ${session}` };
}

/** The same token with one character of its content changed. */
export function alter(token: string): string {
  const [header, key, iv, content = "", tag] = token.split(".");
  const changed = (content.startsWith("A") ? "B" : "A") + content.slice(1);
  return [header, key, iv, changed, tag].join(".");
}
