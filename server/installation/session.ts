import { z } from "zod";
import { accepted, rejected, type Result } from "../result.ts";
import type { Sealing, SealReason } from "../sealing.ts";
import type { SettingFault, Settings } from "./settings.ts";
import type { Agent } from "../zendesk/shell_token.ts";

/** Who is acting, the installation's settings (null where nothing can be shown), and what is wrong with them. */
export type Session = {
  agent: Agent;
  settings: Settings | null;
  faults: readonly SettingFault[];
};

/** Why an agent pass or a session is refused; for the log. */
export type SessionReason =
  | "session_missing"
  | "agent_pass_missing"
  | "payload_malformed"
  | "session_other_version"
  | SealReason;

/** Makes and opens agent passes and sessions. */
export type Sessions = {
  sealPass(agent: Agent): Promise<string>;
  openPass(token: string | null): Promise<Result<Agent, SessionReason>>;
  sealSession(session: Session): Promise<{ session: string; expiresAt: string }>;
  openSession(authorization: string | undefined): Promise<Result<Session, SessionReason>>;
};

/** `now`: epoch ms; `cacheSize`: how many opened sessions are remembered. */
export type SessionsOptions = { sealing: Sealing; now: () => number; cacheSize?: number };

const PASS_TTL_SECONDS = 12 * 60 * 60;
const SESSION_TTL_SECONDS = 15 * 60;
// Whoever corrects the settings should not have to wait to see it.
const FAULTY_SESSION_TTL_SECONDS = 60;
/**
 * Raised whenever a session holds something else, settings included. One of another release is refused, so that the
 * shell renews it: its settings would be read as if they were of this release.
 */
const SESSION_VERSION = 3;

const agentSchema = z.object({
  subdomain: z.string(),
  installationId: z.string(),
  userId: z.string(),
  location: z.string(),
});
// Sealed by this server alone, so the settings inside were checked when they were sealed.
const versionSchema = z.object({ version: z.literal(SESSION_VERSION) });
const sessionSchema = z.object({
  agent: agentSchema,
  settings: z.custom<Settings | null>((value) => typeof value === "object"),
  faults: z.custom<SettingFault[]>((value) => Array.isArray(value)),
  exp: z.number(),
});

/**
 * Passes last 12 hours, sessions 15 minutes, or one where nothing can be shown; opened sessions are remembered until
 * they expire.
 */
export function createSessions({ sealing, now, cacheSize = 1_000 }: SessionsOptions): Sessions {
  // An agent sends the same session with every request: opening it once saves most of a request's own time.
  const opened = new Map<string, { session: Session; expiresAtMs: number }>();

  function remember(token: string, session: Session, expiresAtMs: number): void {
    // Kept in the order in which they came, which is nearly the order in which they expire.
    for (const [known, { expiresAtMs }] of opened) {
      if (opened.size < cacheSize && expiresAtMs > now()) break;
      opened.delete(known);
    }
    opened.set(token, { session, expiresAtMs });
  }

  return {
    async sealPass(agent) {
      return await sealing.seal("agent-pass", agent, PASS_TTL_SECONDS);
    },

    async openPass(token) {
      if (!token) return rejected("agent_pass_missing");
      const payload = await sealing.open("agent-pass", token);
      if (!payload.ok) return payload;
      const agent = agentSchema.safeParse(payload.value);
      return agent.success ? accepted(agent.data) : rejected("payload_malformed");
    },

    async sealSession(session) {
      const ttlSeconds = session.settings === null
        ? FAULTY_SESSION_TTL_SECONDS
        : SESSION_TTL_SECONDS;
      const expiresAt = new Date((Math.floor(now() / 1000) + ttlSeconds) * 1000);
      return {
        session: await sealing.seal(
          "session",
          { ...session, version: SESSION_VERSION },
          ttlSeconds,
        ),
        expiresAt: expiresAt.toISOString(),
      };
    },

    async openSession(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
      if (token === undefined) return rejected("session_missing");
      const known = opened.get(token);
      if (known !== undefined && known.expiresAtMs > now()) return accepted(known.session);
      opened.delete(token);
      const payload = await sealing.open("session", token);
      if (!payload.ok) return payload;
      if (!versionSchema.safeParse(payload.value).success) return rejected("session_other_version");
      const parsed = sessionSchema.safeParse(payload.value);
      if (!parsed.success) return rejected("payload_malformed");
      const { exp, ...session } = parsed.data;
      remember(token, session, exp * 1000);
      return accepted(session);
    },
  };
}
