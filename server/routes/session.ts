import { Hono } from "hono";
import { z } from "zod";
import type { AppEnv } from "../context.ts";
import { parseSettings } from "../installation/settings.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import { verifySettingsToken } from "../zendesk/settings_token.ts";

const body = z.object({ agentPass: z.string() });

/** POST /session: the agent's pass and the signed settings of the same installation become a session. */
export function createSessionRoutes({ config, sessions, now }: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/", async (c) => {
    const claims = await verifySettingsToken(c.req.header("authorization"), {
      secrets: config.settingsSecrets,
      now,
    });
    if (!claims.ok) throw new Problem("session_required", { reason: claims.reason });
    const request = body.safeParse(await c.req.json().catch(() => null));
    const pass = await sessions.openPass(request.success ? request.data.agentPass : null);
    if (!pass.ok) throw new Problem("session_required", { reason: pass.reason });
    c.set("agent", pass.value);
    // The settings' signature proves the installation, the pass the agent: they must be of one another.
    if (String(claims.value.installation_id) !== pass.value.installationId) {
      throw new Problem("session_required", { reason: "installations_disagree" });
    }
    const parsed = parseSettings(claims.value, config);
    if (parsed.settings === null) c.set("reason", "settings_invalid");
    return c.json(await sessions.sealSession({ agent: pass.value, ...parsed }));
  });
}
