import type { Agent } from "./people.ts";
import type { Call } from "./simulation.ts";

/** The cookie that says which agent is signed in; without it the account's first one is. */
export const AGENT_COOKIE = "zendesk_simulator_agent";

/** What the middleware leaves for the routes: who is signed in, and what the proxy did. */
export type DeskEnv = {
  Variables: { agent: Agent; proxied?: NonNullable<Call["proxied"]> };
};
