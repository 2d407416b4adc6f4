import { type AgillicSimulator, createAgillicSimulator } from "./app.ts";
import type { AgillicSimulatorOptions } from "./app.ts";

/** Noon in Denmark, in summer. */
export const noon: number = Date.UTC(2026, 5, 15, 10);

/** A simulator whose clock is moved by hand. */
export type TestSimulator = AgillicSimulator & { clock: { now: number } };

/** A simulator whose clock starts at noon and stands still. */
export function createTestSimulator(options: AgillicSimulatorOptions = {}): TestSimulator {
  const clock = { now: noon };
  return { clock, ...createAgillicSimulator({ now: () => clock.now, ...options }) };
}

/** Calls the API with the default credential and, for a body, the content type that it wants. */
export function call(
  simulator: AgillicSimulator,
  request: string,
  { body, headers, signal }: { body?: unknown; headers?: HeadersInit; signal?: AbortSignal } = {},
): Promise<Response> {
  const [method = "GET", path = "/"] = request.split(" ");
  const all = new Headers({ Authorization: `Basic ${btoa("agillic-key:agillic-secret")}` });
  if (body !== undefined) all.set("Content-Type", "application/json; charset=utf-8");
  for (const [name, value] of new Headers(headers)) all.set(name, value);
  return simulator.fetch(`https://agillic.test${path}`, {
    method,
    headers: all,
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

/** The Person Data that `GET /recipients/:id` answers. */
export async function readPersonData(
  simulator: AgillicSimulator,
  email: string,
): Promise<Record<string, string | null>> {
  const answer = await call(simulator, `GET /recipients/EMAIL=${encodeURIComponent(email)}`);
  return (await answer.json()).personData;
}

/** The path that lists a recipient's communications of the last three months. */
export function historyPath(email: string, now = noon): string {
  const start = new Date(now);
  start.setUTCMonth(start.getUTCMonth() - 3);
  const period = `dateStart=${start.toISOString()}&dateEnd=${new Date(now).toISOString()}`;
  return `/recipients/EMAIL=${encodeURIComponent(email)}/:listCommunicationHistory?${period}`;
}
