import {
  INSTALLATION_CLAIM,
  PASS_EXPIRED_STATUS,
  SECRET_NAME,
  SESSION_PATH,
  type SessionAnswer,
  type SessionRequest,
  TOKEN_HEADER,
  TOKEN_NAME,
} from "../../contract/session.ts";
import { memberOf, textAt, withTimeout, type ZafClient } from "./zaf.ts";

/** Zendesk or the server did not let the app sign in; `isExpired` when no new try of this page will. */
export class SessionError extends Error {
  readonly isExpired: boolean;
  constructor(cause: unknown) {
    super("Cannot sign in", { cause });
    this.isExpired = memberOf(cause, "status") === PASS_EXPIRED_STATUS;
  }
}

/** Keeps the session that every fragment request carries. */
export type SessionKeeper = {
  /** The kept session, or a new one. Throws SessionError. */
  get(): Promise<string>;
  /** A session other than the one that was refused; one renewal serves all who ask meanwhile. */
  renew(refused: string): Promise<string>;
};

/**
 * `key` is the same for one account, installation and agent: the next ticket finds its session by it. `settings` are the
 * names that the server asks for, with a space between.
 */
export type SessionKeeperOptions = {
  client: ZafClient;
  agentPass: string;
  key: string;
  settings: string;
};

const MARGIN_MS = 10_000;

function parseAnswer(text: string | null): SessionAnswer | null {
  try {
    const answer: unknown = JSON.parse(text ?? "null");
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is SessionAnswer {
  return textAt(value, "session") !== "" && textAt(value, "expiresAt") !== "";
}

/** What the tab's storage answers; null where the browser has none for a frame of another site, or it takes no more. */
function tryStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** Signs in through Zendesk's proxy, which fills in the settings and signs them. */
export function createSessionKeeper(options: SessionKeeperOptions): SessionKeeper {
  const { client, agentPass, key, settings } = options;
  const storageKey = `session:${key}`;
  let own: SessionAnswer | null = null;
  let renewal: Promise<string> | undefined;

  function find(refused?: string): string | undefined {
    // What is stored comes first: another frame of the same tab may have renewed it.
    const stored = parseAnswer(tryStorage((storage) => storage.getItem(storageKey)));
    const latest = Date.now() + MARGIN_MS;
    return [stored, own].find((kept) =>
      kept !== null && kept.session !== refused && Date.parse(kept.expiresAt) > latest
    )?.session;
  }

  async function request(): Promise<string> {
    const { installationId } = await client.metadata();
    // The proxy fills them in and signs the result: this code never sees a setting's value.
    const placeholders = settings.split(" ").map((name) => [name, `{{setting.${name}}}`]);
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
        claims: {
          ...Object.fromEntries(placeholders),
          [INSTALLATION_CLAIM]: String(installationId),
        },
      },
    });
    const answer = typeof said === "string" ? parseAnswer(said) : said;
    if (!isAnswer(answer)) {
      throw new Error("Not a session");
    }
    own = answer;
    tryStorage((storage) => storage.setItem(storageKey, JSON.stringify(answer)));
    return answer.session;
  }

  function renewOnce(): Promise<string> {
    renewal ??= withTimeout(request()).catch((cause) => {
      throw new SessionError(cause);
    }).finally(() => renewal = undefined);
    return renewal;
  }

  return {
    get: async () => find() ?? await renewOnce(),
    renew: async (refused) => find(refused) ?? await renewOnce(),
  };
}
