import { Hono } from "hono";
import { ShellPage } from "../../views/layout.tsx";
import { languageOf } from "../../views/words/copy.ts";
import type { AppEnv } from "../context.ts";
import { Problem } from "../problems.ts";
import { allowShell } from "../security_headers.ts";
import type { Services } from "../services.ts";
import { type Agent, verifyShellToken } from "../zendesk/shell_token.ts";

/** POST /shell: Zendesk's signed form POST becomes the page that runs in its iframe. */
export function createShellRoutes(services: Services): Hono<AppEnv> {
  const { config, assets, sessions, sealing, publicKey, now } = services;
  const originOf = (subdomain: string) =>
    config.zendeskOrigin ?? `https://${subdomain}.zendesk.com`;

  const origins = [...config.accounts.keys()].map(originOf);

  return new Hono<AppEnv>().post("/", async (c) => {
    c.set("language", languageOf(c.req.header("accept-language")?.split(",")[0] ?? ""));
    const asked = c.req.query("origin") ?? "";
    // A refusal is readable inside the frame that asks, if it is one of ours; it names no other account.
    allowShell(c, origins.includes(asked) ? [asked] : ["'none'"], null);
    const { token } = await c.req.parseBody().catch(() => ({ token: "" }));
    const agent = await verifyShellToken(typeof token === "string" ? token : null, {
      publicKey,
      subdomains: [...config.accounts.keys()],
      now,
    });
    if (!agent.ok) throw new Problem("not_from_zendesk", { reason: agent.reason });
    c.set("agent", agent.value);
    const origin = originOf(agent.value.subdomain);
    // The SDK speaks to this origin: it has to be the one that signed.
    if (asked !== origin) {
      throw new Problem("not_from_zendesk", { reason: "origin_disagrees" });
    }
    allowShell(c, [origin], assets.sdkUrl);
    return c.html(
      <ShellPage
        language={c.get("language")}
        colorScheme={c.req.query("colorScheme") === "dark" ? "dark" : "light"}
        agentPass={await sessions.sealPass(agent.value)}
        sessionKey={await sessionKeyOf(agent.value)}
        scriptPath={assets.scriptPath}
        stylePath={assets.stylePath}
        sdkUrl={assets.sdkUrl}
      />,
    );
  });

  /** The same for every ticket of one agent in one installation, and without meaning. */
  function sessionKeyOf({ subdomain, installationId, userId }: Agent): Promise<string> {
    return sealing.digest("session-key", subdomain, installationId, userId);
  }
}
