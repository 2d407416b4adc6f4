import { Hono } from "hono";
import { z } from "zod";
import { INSTALLATION_CLAIM, TOKEN_HEADER } from "../../contract/session.ts";
import { TOKEN_NAME } from "../../contract/settings.ts";
import type { AppEnv } from "../context.ts";
import { knownOf } from "../installation/accounts.ts";
import { parseSettings } from "../installation/parse_settings.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import { verifySettingsToken } from "../zendesk/settings_token.ts";

const body = z.object({ agentPass: z.string() });

/** POST /session: the agent's pass and the signed settings of the same installation become a session. */
export function createSessionRoutes({ config, sessions, now }: Services): Hono<AppEnv> {
  const refusal = (reason: string) => new Problem("session_required", { reason });
  return new Hono<AppEnv>().post("/", async (c) => {
    const request = body.safeParse(await c.req.json().catch(() => null));
    const pass = await sessions.openPass(request.success ? request.data.agentPass : null);
    if (!pass.ok) {
      // Trying again does not help: only a new page has another pass.
      const code = pass.reason === "sealed_expired" ? "page_expired" : "session_required";
      throw new Problem(code, { reason: pass.reason });
    }
    const agent = pass.value;
    c.set("agent", agent);
    const account = config.accounts.get(agent.subdomain);
    if (account === undefined) throw refusal("subdomain_not_served");
    // Another account's secret proves nothing about this one.
    const secrets = account.settingsSecrets;
    const claims = await verifySettingsToken(c.req.header("authorization"), { secrets, now });
    if (!claims.ok) throw refusal(claims.reason);
    // The settings' signature proves the installation, the pass the agent: they must be of one another.
    if (String(claims.value[INSTALLATION_CLAIM]) !== agent.installationId) {
      throw refusal("installations_disagree");
    }
    const { settings: given, limits } = knownOf(account, agent.installationId);
    const token = c.req.header(TOKEN_HEADER) ?? "";
    // A page of an older release signs the credential instead. It is not read there; the page says to be reloaded.
    if (token === "" && TOKEN_NAME in claims.value && given[TOKEN_NAME] === undefined) {
      throw refusal("page_of_older_release");
    }
    const parsed = parseSettings(claims.value, { token, given, limits });
    if (parsed.settings === null) c.set("reason", "settings_invalid");
    return c.json(await sessions.sealSession({ agent, ...parsed }));
  });
}
