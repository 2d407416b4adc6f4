/** What journeys of pausing until a ticket is solved are made of. */
import { DEVELOPMENT_WEBHOOK_SECRET } from "../../simulators/zendesk/settings.ts";
import type { ShellTokenOverrides } from "../../simulators/zendesk/switches.ts";
import type { WebhookOverrides } from "../../simulators/zendesk/webhooks.ts";
import { createTestApp, type Place, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { read, signInAgain } from "./actions.ts";
import { actionIn } from "./answers.ts";

const METTE = "mette@example.dk";

/** In another ticket of hers. */
export const OTHER_TICKET: Place = { "Ticket-Id": "102" };

/** The app, told by Zendesk when tickets are solved. */
export function createPausingApp(options: TestAppOptions = {}): Promise<TestApp & Disposable> {
  const env = { WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET, ...options.env };
  const settings = { event_3_resume_event: "resume_communication", ...options.settings };
  return createTestApp({
    ...options,
    settings,
    ...(options.accounts === undefined && { env }),
  });
}

/** Triggers “Pause marketing”, the third event, for Mette. */
export async function pause(app: TestApp, place: Place = {}) {
  // A session lasts 15 minutes, and these journeys for days.
  const session = await signInAgain(app);
  const { html } = await read(app.get("/events", place, session));
  return await read(app.post("/events/3", actionIn(html, "event-3"), place, session));
}

/** How often it was triggered, and how often what resumes it. */
export function counts(app: TestApp): [paused: number, resumed: number] {
  return [
    app.agillic.achieved(METTE, "pause_communication"),
    app.agillic.achieved(METTE, "resume_communication"),
  ];
}

/** What the event's row says of the pause; "" where it says nothing. */
export async function pauseShown(app: TestApp, place: Place = {}): Promise<string> {
  const { html } = await read(app.get("/events", place, await signInAgain(app)));
  return /<summary id="event-3-paused">(.*?)<\/summary>/.exec(html)?.[1] ?? "";
}

/** The action of the button that resumes, for an agent. */
export async function resumeAction(
  app: TestApp,
  place: Place = {},
  agent: ShellTokenOverrides = {},
): Promise<string> {
  const session = { Authorization: `Bearer ${await app.signIn(agent)}` };
  const { html } = await read(app.get("/events", place, session));
  const form = /action="\/events\/3\/resume".*?name="action" value="([^"]*)"/s.exec(html);
  return form?.[1] ?? "";
}

/** Waits until the row says so, and answers what it says. */
export async function untilShown(app: TestApp, words: string, place: Place = {}): Promise<string> {
  const giveUpAt = Date.now() + 5_000;
  let shown = await pauseShown(app, place);
  while (shown !== words && Date.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    shown = await pauseShown(app, place);
  }
  return shown;
}

/** Posts a webhook about a ticket; answered when all that it leads to is done, or the clock was moved on by 3 s. */
export async function notify(
  app: TestApp,
  overrides: WebhookOverrides = {},
  ticketId = 101,
): Promise<number> {
  return (await send(app, await signed(app, overrides, ticketId))).status;
}

/** The webhook that the guide's trigger sends when a ticket is solved, or a bent one. */
export function signed(
  app: TestApp,
  overrides: WebhookOverrides = {},
  ticketId = 101,
): Promise<Request> {
  const body = { status: "solved", ...overrides.body };
  return app.zendesk.signWebhook(ticketId, { ...overrides, body });
}

/** Sends it, as often as one likes. */
export async function send(app: TestApp, webhook: Request): Promise<Response> {
  const { headers } = webhook;
  const body = await webhook.clone().text();
  return await app.request("/hooks/zendesk", { method: "POST", headers, body });
}
