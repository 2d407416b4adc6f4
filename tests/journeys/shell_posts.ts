/** The shell, as Zendesk and others post to it. */
import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import type { ShellTokenOverrides } from "../../simulators/zendesk/switches.ts";
import type { TestApp } from "../app_fixture.ts";

/** The account that has the app. */
export const ACME = "https://acme.zendesk.com";
/** Another account. */
export const OTHER = "https://other.zendesk.com";

/** Posts a form to the shell, as Zendesk does, with whatever is in it. */
export function post(
  app: TestApp,
  form: BodyInit,
  { origin = ACME, colorScheme = "light", headers = {} }: {
    origin?: string | null;
    colorScheme?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const query = new URLSearchParams({ app_guid: "guid", colorScheme, ...(origin && { origin }) });
  return app.request(`/shell?${query}`, { method: "POST", body: form, headers });
}

/** The form that Zendesk posts. */
export async function form(
  app: TestApp,
  overrides?: ShellTokenOverrides,
): Promise<URLSearchParams> {
  return new URLSearchParams({ token: await app.zendesk.signShellToken(overrides) });
}

/** A refusal gives nothing away: the reason is in the log alone. */
export async function assertRefused(
  app: TestApp,
  response: Response,
  reason: string,
): Promise<void> {
  assertEquals(response.status, 403, reason);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(app.log.at(-1)?.reason, reason);
  assertEquals(app.log.at(-1)?.userId, undefined);
  const page = await response.text();
  assertStringIncludes(page, 'data-problem="not_from_zendesk"');
  assertStringIncludes(
    page,
    "This page was not opened from a Zendesk account that this app serves.",
  );
  assertFalse(page.includes("agent-pass"), reason);
  assertFalse(page.includes(reason), reason);
}
