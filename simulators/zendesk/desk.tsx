import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { LOCATIONS } from "./installation.ts";
import { deskData, type Place } from "./desk_data.ts";
import { AGENT_COOKIE, type DeskEnv } from "./desk_env.ts";
import { AgentPage } from "./pages/agent_page.tsx";
import { signShellToken } from "./shell_token.ts";
import type { Simulation } from "./simulation.ts";

/** The agent's side of Zendesk Support: its pages, signing in, and the address of an app's frame. */
export function createDesk(simulation: Simulation): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const page = (c: { get(name: "agent"): DeskEnv["Variables"]["agent"] }, open: Place | null) => {
    const agent = c.get("agent");
    const data = deskData(simulation, agent, open);
    return <AgentPage data={data} agent={agent} agents={simulation.account.agents} />;
  };

  app.get("/", (c) => {
    const [first] = simulation.account.tickets.keys();
    return c.html(page(c, first === undefined ? null : { kind: "ticket", id: first }));
  });
  app.get("/agent/views", (c) => c.html(page(c, null)));
  app.get("/agent/tickets/new", (c) => c.html(page(c, { kind: "new_ticket", id: 1 })));
  app.get("/agent/tickets/:id{[0-9]+}", (c) => {
    const id = Number(c.req.param("id"));
    return simulation.account.tickets.has(id)
      ? c.html(page(c, { kind: "ticket", id }))
      : c.notFound();
  });
  app.get("/agent/users/:id{[0-9]+}", (c) => {
    const id = Number(c.req.param("id"));
    return simulation.account.requesters.has(id)
      ? c.html(page(c, { kind: "user", id }))
      : c.notFound();
  });

  app.get("/agent/app_frame", async (c) => {
    const name = LOCATIONS.find((each) => each === c.req.query("location"));
    if (name === undefined) return c.notFound();
    const location = simulation.installation.locations.get(name);
    if (location === undefined) return c.notFound();
    const overrides = simulation.switches.tokenOverrides ?? {};
    const token = !location.signed || overrides.missing === true
      ? null
      : await signShellToken(simulation, {
        agentId: c.get("agent").id,
        location: name,
        ...overrides,
      });
    return c.json({ ...location, token }, 200, { "cache-control": "no-store" });
  });

  app.post("/access/login", async (c) => {
    const form = await c.req.parseBody();
    const agent = simulation.account.findAgent(Number(form.agent));
    if (agent === null) return c.text("No such agent", 422);
    setCookie(c, AGENT_COOKIE, String(agent.id), { path: "/", sameSite: "Lax", httpOnly: true });
    const path = String(form.return_to ?? "/");
    return c.redirect(/^\/(?!\/)/.test(path) ? path : "/", 303);
  });

  return app;
}
