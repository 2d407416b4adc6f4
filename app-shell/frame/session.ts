import { SECRET_NAME, SETTING_NAMES } from "../../contract/settings.ts";
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

type Kept = { session: string; expiresAt: string };

const MARGIN_MS = 10_000;

// The proxy fills them in and signs the result: this code never sees a setting's value.
const PLACEHOLDERS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, `{{setting.${name}}}`]),
);

function parseKept(text: string | null): Kept | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "session" in value &&
    "expiresAt" in value &&
    typeof value.session === "string" && typeof value.expiresAt === "string";
}

/** Signs in through Zendesk's proxy, which fills in the settings and signs them. */
export function createSessionKeeper(options: SessionKeeperOptions): SessionKeeper {
  const { client, agentPass, key, storage } = options;
  const storageKey = `session:${key}`;
  let renewal: Promise<string> | undefined;

  function find(): string | null {
    const kept = parseKept(storage.getItem(storageKey));
    if (kept === null || Date.parse(kept.expiresAt) - MARGIN_MS < Date.now()) return null;
    return kept.session;
  }

  async function request(): Promise<string> {
    const { installationId } = await client.metadata();
    const answer = await client.request({
      url: `${location.origin}/session`,
      type: "POST",
      secure: true,
      contentType: "application/json",
      data: JSON.stringify({ agentPass }),
      headers: { Authorization: "Bearer {{jwt.token}}" },
      jwt: {
        algorithm: "HS256",
        secret_key: `{{setting.${SECRET_NAME}}}`,
        expiry: 60,
        claims: { installation_id: String(installationId), ...PLACEHOLDERS },
      },
    });
    const kept = typeof answer === "string" ? parseKept(answer) : answer;
    if (!isKept(kept)) {
      throw new SessionError("Can not sign in: the server answered something else");
    }
    storage.setItem(
      storageKey,
      JSON.stringify({ session: kept.session, expiresAt: kept.expiresAt }),
    );
    return kept.session;
  }

  function renewOnce(): Promise<string> {
    renewal ??= withTimeout(request()).catch((cause) => {
      throw cause instanceof SessionError ? cause : new SessionError("Can not sign in", { cause });
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
  const kept = new Map<string, string>();
  let storage: SessionStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  try {
    storage = sessionStorage;
  } catch {
    // Access is denied.
  }
  return storage;
}
