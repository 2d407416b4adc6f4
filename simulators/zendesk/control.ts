import { type Context, Hono } from "hono";
import type { DeskEnv } from "./desk_env.ts";
import type { Simulation } from "./simulation.ts";
import { isSwitch, type Switches } from "./switches.ts";
import { changeStatus } from "./webhooks.ts";

/** What is not Zendesk's: turning switches, changing settings, and reading calls while it runs. */
export function createControl(simulation: Simulation): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/_simulator", (c) => {
    const { settings, switches, calls, deliveries, account } = simulation;
    const tickets = [...account.tickets.values()];
    return c.json({
      settings,
      switches,
      calls,
      deliveries,
      tickets,
      requesters: [...account.requesters.values()],
    });
  });
  app.get("/_simulator/calls", (c) => c.json(simulation.calls));
  app.get("/_simulator/settings", (c) => c.json(simulation.settings));
  app.patch("/_simulator/settings", async (c) => {
    configure(simulation, parseObject(await c.req.json()));
    return c.json(simulation.settings);
  });
  app.get("/_simulator/switches", (c) => c.json(simulation.switches));
  app.patch("/_simulator/switches", async (c) => {
    const changes = parseObject(await c.req.json());
    const unknown = Object.keys(changes).find((name) => !isSwitch(name));
    if (unknown !== undefined) return c.json({ error: `No switch is called ${unknown}` }, 400);
    turn(simulation, changes as Partial<Switches>);
    return c.json(simulation.switches);
  });
  app.put("/_simulator/tickets/:id{[0-9]+}/status", async (c) => {
    const ticket = simulation.account.tickets.get(Number(c.req.param("id")));
    if (ticket === undefined) return c.json({ error: "There is no such ticket" }, 404);
    const { status } = parseObject(await c.req.json());
    if (status !== "open" && status !== "solved") {
      throw new TypeError("Cannot change the status: want open or solved");
    }
    await changeStatus(simulation, ticket, status);
    return c.json(simulation.deliveries);
  });
  app.post("/_simulator/reset", (c) => {
    simulation.reset();
    return c.body(null, 204);
  });
  app.onError((error, c: Context) => c.json({ error: error.message }, 400));
  return app;
}

/** Turns some switches and leaves the others. */
export function turn(simulation: Simulation, changes: Partial<Switches>): void {
  simulation.switches = { ...simulation.switches, ...changes };
}

/** Changes some of the installation's settings; null takes one away. */
export function configure(
  simulation: Simulation,
  changes: Readonly<Record<string, unknown>>,
): void {
  const settings = { ...simulation.settings };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete settings[name];
    else if (typeof value === "string" || typeof value === "boolean") settings[name] = value;
    else throw new TypeError(`Cannot set ${name}: want a string, true, false or null`);
  }
  simulation.settings = settings;
}

function parseObject(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError("Cannot read the changes: want a JSON object");
  }
  return { ...value };
}
