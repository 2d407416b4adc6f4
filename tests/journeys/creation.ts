/** What journeys of a creation do and read. */
import { type Place, type TestApp } from "../app_fixture.ts";
import { actionIn } from "./answers.ts";
import { type Answer, NOBODY, read } from "./actions.ts";

/** The address of the requester whom Agillic does not know. */
export const ADDRESS = "nobody@example.dk";
/** The call that creates. */
export const CREATE = "POST /recipients";
/** The id of the form that creates, or goes on. */
export const FORM = "create-recipient";

/** What the sidebar offers for somebody whom Agillic does not know. */
export async function offered(app: TestApp, place: Place = NOBODY): Promise<Answer> {
  return await read(app.get("/sidebar", place));
}

/** Posts the form of an answer. */
export async function post(app: TestApp, { html }: Pick<Answer, "html">): Promise<Answer> {
  return await read(app.post("/recipient", actionIn(html, FORM), NOBODY));
}

/** How often Agillic was called so. */
export function count(app: TestApp, route: string): number {
  return app.agillic.counts.get(route) ?? 0;
}

/** How often the recipient was asked to be created, and the event achieved. */
export function done(app: TestApp): [created: number, achieved: number] {
  return [count(app, CREATE), app.agillic.achieved(ADDRESS, "double_opt_in")];
}

/** The states of the two steps, as they are shown. */
export function stepsIn(html: string): string[] {
  return [...html.matchAll(/<li data-state="(\w+)"/g)].map(([, state]) => state ?? "");
}
