import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { routePath } from "hono/route";
import { configure, createControl, turn } from "./control.ts";
import { createDesk } from "./desk.tsx";
import { AGENT_COOKIE, type DeskEnv } from "./desk_env.ts";
import { createHostFiles } from "./host_files.ts";
import { createProxy } from "./proxy.ts";
import { createRestApi } from "./rest_api.ts";
import { createSettingsRoutes } from "./settings_routes.tsx";
import { fillText } from "./placeholders.ts";
import { type SettingsTokenOptions, signSettings } from "./settings_token.ts";
import { signShellToken } from "./shell_token.ts";
import {
  type Call,
  createSimulation,
  type Simulation,
  type ZendeskSimulatorOptions,
} from "./simulation.ts";
import type { ShellTokenOverrides, Switches } from "./switches.ts";
import { changeStatus, type Delivery, signWebhook, type WebhookOverrides } from "./webhooks.ts";

/** A stand-in for one Zendesk account with the app installed. */
export type ZendeskSimulator = {
  /** Everything over HTTP: the agent page, the REST API, the proxy, and the control API under `/_simulator`. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Turns switches; the same as `PATCH /_simulator/switches`. */
  set(switches: Partial<Switches>): void;
  /** Changes the installation's settings, null takes one away; the same as `PATCH /_simulator/settings`. */
  configure(settings: Readonly<Record<string, string | boolean | null>>): void;
  /** The requests so far, oldest first, without those to the control API and for the page's own files. */
  readonly calls: readonly Call[];
  /** The key that `GET /api/v2/apps/{id}/public_key.pem` answers. */
  readonly publicKeyPem: string;
  /** What a signed location posts as `token`. */
  signShellToken(overrides?: ShellTokenOverrides): Promise<string>;
  /** What the proxy signs for the app's claims; `claims` are laid over them, null leaves one out. */
  signSettings(
    claims?: Readonly<Record<string, unknown>>,
    options?: SettingsTokenOptions,
  ): Promise<string>;
  /** A header as the proxy fills it in. */
  fillHeader(text: string): string;
  /** Solves a ticket, or opens it again; the same as `PUT /_simulator/tickets/{id}/status`. */
  changeStatus(ticketId: number, status: "open" | "solved"): Promise<void>;
  /** A webhook about a ticket, as Zendesk sends it, or bent. */
  signWebhook(ticketId: number, overrides?: WebhookOverrides): Promise<Request>;
  /** What became of the webhooks that were sent, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Puts account, settings, switches and calls back to the start. */
  reset(): void;
};

/** Makes a Zendesk simulator; nothing runs until its `fetch` is called. */
export function createZendeskSimulator(options: ZendeskSimulatorOptions): ZendeskSimulator {
  const simulation = createSimulation(options);
  const app = createRoutes(simulation);
  return {
    fetch: async (input, init) => await app.fetch(toRequest(input, options.origin, init)),
    set: (switches) => turn(simulation, switches),
    configure: (settings) => configure(simulation, settings),
    calls: simulation.calls,
    get publicKeyPem() {
      return simulation.keys().publicKeyPem;
    },
    signShellToken: (overrides) => signShellToken(simulation, overrides),
    signSettings: (claims, signing) => signSettings(simulation, claims, signing),
    fillHeader: (text) => fillText(simulation, "header", text),
    async changeStatus(ticketId, status) {
      const ticket = simulation.account.tickets.get(ticketId);
      if (ticket === undefined) throw new Error(`Cannot change ticket ${ticketId}: there is none`);
      await changeStatus(simulation, ticket, status);
    },
    signWebhook: (ticketId, overrides) => signWebhook(simulation, ticketId, overrides),
    deliveries: simulation.deliveries,
    reset: () => simulation.reset(),
  };
}

/** All routes; `COVERAGE.routes` lists them and says why each is there. */
export function createRoutes(simulation: Simulation): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.route("/", createControl(simulation));
  app.route("/", createHostFiles());
  app.use(async (c, next) => {
    const { account } = simulation;
    const agent = account.findAgent(Number(getCookie(c, AGENT_COOKIE))) ?? account.defaultAgent;
    c.set("agent", agent);
    await next();
    const proxied = c.get("proxied");
    simulation.calls.push({
      at: simulation.now(),
      method: c.req.method,
      route: routePath(c, -1),
      path: c.req.path,
      status: c.res.status,
      agentId: agent.id,
      ...(proxied === undefined ? {} : { proxied }),
    });
  });
  app.route("/", createRestApi(simulation));
  app.route("/", createProxy(simulation));
  app.route("/", createDesk(simulation));
  app.route("/", createSettingsRoutes(simulation));
  return app;
}

// A request that is complete is passed as it is: a copy would take its signal, which Deno warns of.
function toRequest(input: Request | URL | string, origin: string, init?: RequestInit): Request {
  if (input instanceof Request) return init === undefined ? input : new Request(input, init);
  return new Request(new URL(input, origin), init);
}
