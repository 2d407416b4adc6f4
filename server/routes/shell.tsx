import { Hono } from "hono";
import { PASS_FIELD, TOKEN_FIELD } from "../../contract/paths.ts";
import { ShellPage } from "../../views/layout.tsx";
import type { AppEnv } from "../context.ts";
import type { SessionReason } from "../installation/session.ts";
import { Problem } from "../problems.ts";
import { allowShell } from "../security_headers.ts";
import type { Services } from "../services.ts";
import { type Agent, type ShellTokenReason, verifyShellToken } from "../zendesk/shell_token.ts";
import { pageLanguageOf } from "./gate.ts";
import { readPosted } from "./posted.ts";

/** What is refused of a page that was once let in. */
const EXPIRED: readonly string[] = [
  "shell_token_expired",
  "sealed_expired",
] satisfies (ShellTokenReason | SessionReason)[];

/**
 * POST /shell: Zendesk's signed form POST becomes the page that runs in its iframe. The page asks for itself again with
 * its agent's pass, because Zendesk signs for it only once.
 */
export function createShellRoutes(services: Services): Hono<AppEnv> {
  const { compression, config, assets, sessions, sealing, publicKey, now } = services;
  const originOf = (subdomain: string) =>
    config.zendeskOrigin ?? `https://${subdomain}.zendesk.com`;

  const subdomains = [...config.accounts.keys()];
  const origins = subdomains.map(originOf);

  return new Hono<AppEnv>().post("/", async (c) => {
    c.set("language", pageLanguageOf(c));
    const asked = c.req.query("origin") ?? "";
    // A refusal is readable inside the frame that asks, if it is one of ours; it names no other account.
    allowShell(c, origins.includes(asked) ? [asked] : ["'none'"], null);
    const pass = await readPosted(c, PASS_FIELD);
    const agent = pass
      ? await sessions.openPass(pass)
      : await verifyShellToken(await readPosted(c, TOKEN_FIELD), { publicKey, subdomains, now });
    if (!agent.ok) {
      const code = EXPIRED.includes(agent.reason) ? "page_expired" : "not_from_zendesk";
      throw new Problem(code, { reason: agent.reason });
    }
    c.set("agent", agent.value);
    const origin = originOf(agent.value.subdomain);
    // The SDK speaks to this origin: it has to be the one that signed.
    if (asked !== origin || !origins.includes(origin)) {
      throw new Problem("not_from_zendesk", { reason: "origin_disagrees" });
    }
    // The page's own requests follow.
    compression.prepare();
    allowShell(c, [origin], assets.sdkUrl);
    return c.html(
      <ShellPage
        language={c.get("language")}
        colorScheme={c.req.query("colorScheme") === "dark" ? "dark" : "light"}
        // A reload makes no pass last longer.
        agentPass={pass || await sessions.sealPass(agent.value)}
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
