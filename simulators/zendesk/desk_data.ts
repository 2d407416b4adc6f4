import type { Agent, Requester } from "./people.ts";
import type { Simulation } from "./simulation.ts";
import type { Ticket } from "./tickets.ts";

/** What is in front of the agent; `newTicket` counts the drafts of one page. */
export type Place =
  | { readonly kind: "ticket"; readonly id: number }
  | { readonly kind: "new_ticket"; readonly id: number }
  | { readonly kind: "user"; readonly id: number };

/** All that the agent page's script starts from; the installation's secure settings are not in it. */
export type DeskData = {
  readonly origin: string;
  readonly backend: string;
  readonly subdomain: string;
  readonly proxyPath: string;
  /** What agents see above the app. */
  readonly title: string;
  readonly registration: {
    readonly appId: number;
    readonly installationId: number;
    readonly name: string;
    readonly version: string;
    readonly plan: { readonly name: string };
    readonly settings: Readonly<Record<string, string | boolean>>;
  };
  readonly locations: readonly string[];
  readonly clipboardWrite: boolean;
  readonly unreadable: Readonly<Record<string, number>>;
  readonly currentUser: Readonly<Record<string, unknown>>;
  readonly agents: readonly Agent[];
  /** The script changes its own copy of these two as the agent works. */
  readonly requesters: Requester[];
  readonly tickets: Ticket[];
  readonly open: Place | null;
};

/** Gathers the data of one agent page. */
export function deskData(simulation: Simulation, agent: Agent, open: Place | null): DeskData {
  const { installation, account } = simulation;
  return {
    origin: simulation.origin,
    backend: new URL(simulation.backend).origin,
    subdomain: simulation.subdomain,
    proxyPath: `/proxy/v2/apps/${simulation.installationId}`,
    title: String(simulation.settings.title || installation.name),
    registration: {
      appId: simulation.appId,
      installationId: simulation.installationId,
      name: installation.name,
      version: installation.version,
      plan: { name: "" },
      settings: readableSettings(simulation),
    },
    locations: [...installation.locations.keys()],
    clipboardWrite: simulation.switches.clipboardWrite,
    unreadable: simulation.switches.unreadable,
    currentUser: currentUser(agent, simulation.now()),
    agents: account.agents,
    requesters: [...account.requesters.values()],
    tickets: [...account.tickets.values()],
    open,
  };
}

/** The settings a browser may see: all that the manifest does not call secure. */
function readableSettings(
  { installation, settings }: Simulation,
): Record<string, string | boolean> {
  const secure = new Set(
    installation.parameters.filter((each) => each.secure).map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !secure.has(name)));
}

function currentUser(agent: Agent, now: number): Record<string, unknown> {
  const { timeZone, ...user } = agent;
  return {
    ...user,
    groups: [{ id: 301, name: "Support" }],
    tags: [],
    timeZone: {
      name: timeZone.split("/").at(-1),
      ianaName: timeZone,
      ...offset(timeZone, now),
    },
  };
}

function offset(timeZone: string, now: number): { offset: number; formattedOffset: string } {
  const formattedOffset = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d+):(\d+)/.exec(formattedOffset) ??
    [];
  return { offset: Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)), formattedOffset };
}
