/** What journeys of the configuration check start with and read. */
import { assertEquals } from "@std/assert";
import {
  createTestApp,
  NOW,
  type Place,
  type TestApp,
  type TestAppOptions,
} from "../app_fixture.ts";

/** Somebody who is in Agillic. */
export const METTE = "mette@example.dk";

/** Starts the app; Agillic's answers say what time it is when `aheadMs` says by how much our clock is ahead. */
export async function start(
  { aheadMs, ...options }: TestAppOptions & { aheadMs?: number } = {},
): Promise<TestApp & Disposable> {
  if (aheadMs === undefined) return await createTestApp(options);
  const answerWithDate = async (url: URL, init: RequestInit) => {
    const { body, status, headers } = await app.agillic.fetch(url, init);
    const dated = new Headers(headers);
    dated.set("Date", new Date(NOW - aheadMs).toUTCString());
    return new Response(body, { status, headers: dated });
  };
  const app: TestApp & Disposable = await createTestApp({
    ...options,
    intercept: (url, init) =>
      url.host.endsWith(".zendesk.com") ? undefined : answerWithDate(url, init),
  });
  return app;
}

/** The check's form, posted. */
export async function check(
  app: TestApp,
  testRecipient = METTE,
  place: Place = {},
): Promise<Checked> {
  return read(
    await app.request("/setup", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${await app.signIn()}`,
        Requester: "echo-1",
        "Agent-Locale": "en-US",
        ...place,
      },
      body: new URLSearchParams({ testRecipient }),
    }),
  );
}

/** The answer, its rows as `state title`, and the report. */
export type Checked = { response: Response; html: string; rows: string[]; report: string };

/** Reads an answer. */
export async function read(response: Response): Promise<Checked> {
  const html = await response.text();
  const rows = html.matchAll(
    /<li data-check="(\w+)" data-state="(\w+)"><strong>([^<]*)<\/strong>/g,
  );
  return {
    response,
    html,
    rows: [...rows].map(([, , state, title]) => `${state} ${title}`),
    report: /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? "",
  };
}

/** What was found where something is not green: as it is read. */
export function shownIn(html: string, title: string): string {
  const row = html.split("<li ").find((item) => item.includes(`<strong>${title}</strong>`)) ?? "";
  const [shown = ""] = row.split("</li>");
  return shown.replace(/<[^>]+>/g, "\n").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

/** Agillic was read only. */
export function assertNothingTriggered(app: TestApp): void {
  for (const event of ["welcome_event", "double_opt_in", "pause_communication"]) {
    assertEquals(app.agillic.achieved(METTE, event), 0);
  }
  assertEquals(app.agillic.calls.filter(({ method }) => method !== "GET"), []);
}
