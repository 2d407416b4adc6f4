/** What journeys of events with values are made of. */
import { createTestApp, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { textOf } from "./answers.ts";

/** Whose events they are. */
export const METTE = "mette@example.dk";

/** How Agillic counts an event that is sent with values. */
export const ACHIEVE = "POST /recipients/:id/events/:event/:achieveWithContext";

const SETTINGS = {
  event_1_name: "order_late",
  event_1_label: "Apologise",
  event_1_context:
    "order: ORDER_ID=Order number (required), DAYS=Days late (number), UNTIL=Until (date), REASON=Reason (Late|Lost)",
};

/** What an agent fills in. */
export const VALUES = { ORDER_ID: "A-77 <b>", DAYS: "2,5", UNTIL: "2026-02-28", REASON: "Lost" };

/** Starts an app whose first event takes values; `sent` are the bodies that Agillic got. */
export async function start(options: TestAppOptions = {}) {
  const sent: unknown[] = [];
  const app = await createTestApp({
    ...options,
    settings: { ...SETTINGS, ...options.settings },
    intercept: (url, init) => {
      if (url.pathname.endsWith("/:achieveWithContext")) sent.push(JSON.parse(String(init.body)));
      return options.intercept?.(url, init);
    },
  });
  return Object.assign(app, { sent });
}

/** Posts the first event with these values, and reads the answer. */
export async function post(app: TestApp, action: string, values: Record<string, string>) {
  return await read(app.post("/events/1", action, {}, {}, values));
}

/** How often it was triggered for Mette. */
export const achieved = (app: TestApp) => app.agillic.achieved(METTE, "order_late");

/** The fields of the form with their values, and what is said of them. */
export function fieldsOf(html: string): Record<string, string> {
  const fields = html.matchAll(/<div class="parameter">(.*?)<\/div>/gs);
  return Object.fromEntries([...fields].map(([, field = ""]) => {
    const name = /name="([^"]*)"/.exec(field)?.[1] ?? "";
    const [, value] =
      /<textarea[^>]*>([^<]*)|<input [^>]*value="([^"]*)"|<option value="([^"]*)" selected/
        .exec(field)?.filter((found) => found !== undefined) ?? [];
    const fault = /<small[^>]*>(.*?)<\/small>/.exec(field)?.[1];
    return [name, [textOf(value ?? ""), fault ?? ""].filter(Boolean).join(": ")];
  }));
}
