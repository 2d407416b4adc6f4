import {
  INSTALLATION_CLAIM,
  SESSION_PATH,
  type SessionAnswer,
  type SessionRequest,
  TOKEN_HEADER,
} from "../../contract/session.ts";
import { SECRET_NAME, SETTING_NAMES, TOKEN_NAME } from "../../contract/settings.ts";
import { withTimeout, type ZafClient } from "./zaf.ts";

/** Zendesk or the server did not let the app sign in. */
export class SessionError extends Error {
  override name = "SessionError";
}

/** Keeps the session that every fragment request carries. */
export type SessionKeeper = {
  /** The kept session, or a new one. Throws SessionError. */
  get(): Promise<string>;
  /** A session other than the one that was refused; one renewal serves all who ask meanwhile. */
  renew(refused: string): Promise<string>;
};

/** `key` is the same for one account, installation and agent: the next ticket finds its session by it. */
export type SessionKeeperOptions = {
  client: ZafClient;
  agentPass: string;
  key: string;
  storage: SessionStorage;
};

/** What keeps sessions, by name. */
export type SessionStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const MARGIN_MS = 10_000;

// The proxy fills them in and signs the result: this code never sees a setting's value.
const PLACEHOLDERS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, `{{setting.${name}}}`]),
);

function parseAnswer(text: string | null): SessionAnswer | null {
  try {
    const answer: unknown = JSON.parse(text ?? "null");
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is SessionAnswer {
  return typeof value === "object" && value !== null &&
    "session" in value && typeof value.session === "string" &&
    "expiresAt" in value && typeof value.expiresAt === "string";
}

/** Signs in through Zendesk's proxy, which fills in the settings and signs them. */
export function createSessionKeeper(options: SessionKeeperOptions): SessionKeeper {
  const { client, agentPass, key, storage } = options;
  const storageKey = `session:${key}`;
  let renewal: Promise<string> | undefined;

  function find(): string | null {
    const kept = parseAnswer(storage.getItem(storageKey));
    if (kept === null || Date.parse(kept.expiresAt) - MARGIN_MS < Date.now()) return null;
    return kept.session;
  }

  async function request(): Promise<string> {
    const { installationId } = await client.metadata();
    const posted: SessionRequest = { agentPass };
    const said = await client.request({
      url: location.origin + SESSION_PATH,
      type: "POST",
      secure: true,
      contentType: "application/json",
      data: JSON.stringify(posted),
      headers: {
        Authorization: "Bearer {{jwt.token}}",
        [TOKEN_HEADER]: `{{setting.${TOKEN_NAME}}}`,
      },
      jwt: {
        algorithm: "HS256",
        secret_key: `{{setting.${SECRET_NAME}}}`,
        expiry: 60,
        claims: { ...PLACEHOLDERS, [INSTALLATION_CLAIM]: String(installationId) },
      },
    });
    const answer = typeof said === "string" ? parseAnswer(said) : said;
    if (!isAnswer(answer)) {
      throw new SessionError("Cannot sign in: the server answered something else");
    }
    const { session, expiresAt } = answer;
    storage.setItem(storageKey, JSON.stringify({ session, expiresAt } satisfies SessionAnswer));
    return session;
  }

  function renewOnce(): Promise<string> {
    renewal ??= withTimeout(request()).catch((cause) => {
      throw cause instanceof SessionError ? cause : new SessionError("Cannot sign in", { cause });
    }).finally(() => renewal = undefined);
    return renewal;
  }

  return {
    get: async () => find() ?? await renewOnce(),
    renew: async (refused) => {
      const kept = find();
      // Another frame of the same tab may have renewed it already.
      if (kept !== null && kept !== refused) return kept;
      storage.removeItem(storageKey);
      return await renewOnce();
    },
  };
}

/** The tab's storage; the page's own memory in browsers that keep none for a frame of another site. */
export function openStorage(): SessionStorage {
  try {
    return globalThis.sessionStorage;
  } catch {
    // Access is denied.
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}
