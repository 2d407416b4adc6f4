/** What journeys of the activity do and read. */
import type { Place, TestApp } from "../app_fixture.ts";
import { actionIn, textOf } from "./answers.ts";

/** Who acts where, as Zendesk signs it. */
export type Actor = {
  agentId?: number;
  subdomain?: string;
  installationId?: string;
  /** That the settings are signed with. */
  secret?: string;
};

/** A session of an agent, in any account and installation. */
export async function signInAs(
  app: TestApp,
  { agentId = 9001, subdomain = "acme", installationId = "5678", secret }: Actor,
): Promise<Record<string, string>> {
  const origin = `https://${subdomain}.zendesk.com`;
  const token = await app.zendesk.signShellToken({
    claims: {
      iss: origin,
      aud: `${origin}/api/v2/apps/installations/${installationId}.json`,
      sub: `${origin}/api/v2/users/${agentId}.json`,
    },
  });
  const page = await app.request(`/shell?${new URLSearchParams({ origin, app_guid: "guid" })}`, {
    method: "POST",
    body: new URLSearchParams({ token }),
  });
  const agentPass = /<meta name="agent-pass" content="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const response = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders(
      { installation_id: installationId },
      secret === undefined ? {} : { secret },
    ),
    body: JSON.stringify({ agentPass }),
  });
  return { Authorization: `Bearer ${(await response.json()).session}` };
}

/** Triggers an event after a minute; what it answers. */
export async function trigger(
  app: TestApp,
  { slot = 1, place = {}, headers = {}, afterMs = 60_000 }: {
    slot?: number;
    place?: Place;
    headers?: Record<string, string>;
    afterMs?: number;
  } = {},
): Promise<Response> {
  app.clock.now += afterMs;
  const form = await (await app.get("/events", place, headers)).text();
  return await app.post(`/events/${slot}`, actionIn(form, `event-${slot}`), place, headers);
}

/** The rows of the activity, as they are read: what, how it ended, when, by whom and where. */
export function rowsOf(html: string): string[] {
  return [...html.matchAll(/<li data-outcome="\w+".*?<\/li>/gs)].map(([row]) => textOf(row));
}

/** The choices of a filter: value and name. */
export function choicesOf(html: string, name: "agent" | "event"): [value: string, name: string][] {
  const [, options = ""] = new RegExp(`<select [^>]*name="${name}".*?>(.*?)</select>`, "s")
    .exec(html) ?? [];
  return [...options.matchAll(/<option value="([^"]*)"[^>]*>(.*?)<\/option>/gs)]
    .map(([, value = "", name = ""]) => [textOf(value), textOf(name)]);
}

/** The CSV; "" where there is none. */
export function csvIn(html: string): string {
  const [, csv = ""] = /<textarea id="activity-table-text"[^>]*>(.*?)<\/textarea>/s.exec(html) ??
    [];
  return csv.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
