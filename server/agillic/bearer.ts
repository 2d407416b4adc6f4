import type { Alarm, Alarms } from "./alarms.ts";
import { bearerSchema, isSuccess, parseAnswer, unexpectedStatus } from "./answers.ts";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicOptions } from "./options.ts";

/** The bearer token of one credential, in memory alone: everybody who waits for it shares one exchange. */
export type Bearer = {
  /** A token that is good for a minute at least; null where none came before `untilMs`, by `elapsed`. */
  find(untilMs: number): Promise<string | null>;
  /** Drops this one, which Agillic refused; not one that has come since. */
  drop(refused: string): void;
  /** Exchanges the credential now, whatever is kept. */
  renew(): Promise<void>;
};

/** The exchange of a credential for a bearer token. It changes nothing, so that it is repeated like a read. */
export const EXCHANGE: Operation = {
  action: "Exchanging the credential",
  method: "POST",
  route: "/oauth2/token",
  kind: "read",
};

/** A token is not used in the last minute before its end: a call may wait for its place. */
const MARGIN_MS = 60_000;

/** Keeps the token; `exchange` asks Agillic for one. */
export function createBearer(
  exchange: () => Promise<Answer>,
  { elapsed, alarms }: Pick<AgillicOptions, "elapsed"> & { readonly alarms: Alarms },
): Bearer {
  let kept: { readonly token: string; readonly untilMs: number } | null = null;
  let underWay: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const askedMs = elapsed();
    const { access_token, expires_in } = parseBearer(await exchange());
    kept = { token: access_token, untilMs: askedMs + expires_in * 1000 - MARGIN_MS };
    return access_token;
  }

  function share(): Promise<string> {
    underWay ??= ask().finally(() => underWay = null);
    return underWay;
  }

  return {
    async find(untilMs) {
      if (kept !== null && elapsed() < kept.untilMs) return kept.token;
      return await within(share(), untilMs, alarms);
    },
    drop(refused) {
      if (kept?.token === refused) kept = null;
    },
    async renew() {
      await share();
    },
  };
}

/** The form that the exchange posts; null where the credential is not Base64 of `key:secret`. */
export function exchangeForm(credential: string): string | null {
  const [, key, secret] = /^([^:]+):(.+)$/s.exec(decode(credential)) ?? [];
  if (key === undefined || secret === undefined) return null;
  return new URLSearchParams({
    grant_type: "client_credentials",
    client_id: key,
    client_secret: secret,
  }).toString();
}

function decode(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.fromBase64(base64));
  } catch {
    return "";
  }
}

function parseBearer(answer: Answer) {
  if (isSuccess(answer)) return parseAnswer(EXCHANGE, answer, bearerSchema);
  if (answer.status !== 400 || OTHER_REFUSALS.test(answer.text)) {
    throw unexpectedStatus(EXCHANGE, answer);
  }
  const message = `${EXCHANGE.action} failed: Agillic answered 400`;
  throw new AgillicError("token_invalid", message, { status: 400 });
}

/** What OAuth2 answers 400 to that another credential would not help against. */
const OTHER_REFUSALS = /invalid_request|invalid_scope|unsupported_grant_type/i;

function within<Value>(
  promise: Promise<Value>,
  atMs: number,
  alarms: Alarms,
): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const alarm: Alarm = { atMs, ring: () => resolve(null) };
    alarms.set(alarm);
    promise.then(resolve, reject).finally(() => alarms.cancel(alarm));
  });
}
