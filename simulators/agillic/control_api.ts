import { type Context, Hono } from "hono";
import { createErrorResponse } from "./answers.ts";
import { isForm, readCommunication, readFields, readStrings, readWhole } from "./control_fields.ts";
import type { Controls } from "./controls.ts";
import { Refusal } from "./refusal.ts";
import type { Simulation } from "./simulation.ts";
import { parseSwitches, readSwitchForm } from "./switch_table.ts";
import type { Switches } from "./switches.ts";

/** What the control API drives. */
export type ControlApiOptions = {
  simulation: Simulation;
  controls: Controls;
  set(switches: Partial<Switches>): void;
  reset(): void;
};

/**
 * The control API, under `/_simulator`: no authentication, a tool for a loopback address. It takes
 * JSON, answered by JSON, and the forms of the simulator's page, answered by going back there.
 */
export function createControlApi({ simulation, controls, set, reset }: ControlApiOptions): Hono {
  const { calls, switches } = simulation;
  const api = new Hono();
  api.onError((error) => {
    if (!(error instanceof Refusal)) throw error;
    return createErrorResponse(error, { ...switches, errorBody: "json" });
  });
  api.notFound(() => {
    throw new Refusal(404, "NOT_FOUND", "The control API has no such resource");
  });

  api.get("/switches", (c) => c.json(switches));
  api.patch("/switches", async (c) => {
    set(parseSwitches(await readFields(c)));
    return c.json(switches);
  });
  api.post("/switches", async (c) => {
    set(parseSwitches(readSwitchForm(Object.entries(await readFields(c)))));
    return done(c);
  });
  api.post("/reset", (c) => {
    reset();
    return done(c);
  });
  api.post("/revoke-tokens", (c) => {
    controls.revokeTokens();
    return done(c);
  });
  api.get(
    "/calls",
    (c) => c.json({ calls: calls.calls, counts: Object.fromEntries(calls.counts) }),
  );
  api.get("/state", (c) =>
    c.json({
      recipients: simulation.instance.listRecipients().map((one) => ({
        ...one,
        counters: Object.fromEntries(one.counters),
      })),
    }));

  api.post("/recipients", async (c) => {
    controls.addRecipient(readStrings(await readFields(c)));
    return done(c, 201);
  });
  api.post("/recipients/:recipient/communications", async (c) => {
    const number = controls.addCommunication(
      c.req.param("recipient"),
      readCommunication(await readFields(c)),
    );
    return done(c, 201, { number });
  });
  api.post("/recipients/:recipient/history", async (c) => {
    const { count } = await readFields(c);
    controls.addHistory(c.req.param("recipient"), readWhole("count", count, 100_000));
    return done(c, 201);
  });
  api.post("/recipients/:recipient/communications/:number/:deed{open|click|bounce}", (c) => {
    const { recipient, number, deed } = c.req.param();
    if (deed !== "open" && deed !== "click" && deed !== "bounce") return c.notFound();
    controls.mark(recipient, number === "last" ? "last" : readWhole("number", number), deed);
    return done(c);
  });
  api.post("/recipients/:recipient/click-double-opt-in", (c) => {
    controls.clickDoubleOptIn(c.req.param("recipient"));
    return done(c);
  });
  return api;
}

function done(c: Context, status: 200 | 201 = 200, answer: Record<string, number> = {}): Response {
  return isForm(c) ? c.redirect("/", 303) : c.json(answer, status);
}
