/** Calls with a bearer token, for tests. */
import type { AgillicClient } from "./client.ts";
import { AgillicError } from "./errors.ts";
import { found, ScriptedAgillic, type SentRequest, type Step } from "./scripted_agillic_fixture.ts";

/** A credential with everything in it that a form has to encode. */
export const TOKEN = new TextEncoder().encode("a key:a secret:ø&=").toBase64();
/** Somebody to ask about. */
export const key = { field: "EMAIL", value: "a@b.dk" };
/** Somebody else, by number. */
export const other = (number: number) => ({ field: "EMAIL", value: `a${number}@b.dk` });
/** Triggers an event. */
export const welcome = (client: AgillicClient) => client.achieveEvent(key, "welcome");

/** Gives out `bearer-1`, `bearer-2` and so on. */
export function issuing(rest: Record<string, unknown> = { expires_in: 7200 }): Step {
  let issued = 0;
  return () => Response.json({ token_type: "Bearer", access_token: `bearer-${++issued}`, ...rest });
}

/** An Agillic that exchanges as told, and answers calls step by step. */
export function oauth(exchange: Step, ...steps: Step[]) {
  let answered = 0;
  const agillic = new ScriptedAgillic((request) => {
    if (isExchange(request)) return exchange(request);
    const step = steps[Math.min(answered++, steps.length - 1)] ?? found();
    return step(request);
  });
  return { agillic, client: agillic.clientOf(TOKEN, { oauth: true }) };
}

/** Whether it asks for a token. */
export function isExchange({ url }: SentRequest): boolean {
  return url.endsWith("/oauth2/token");
}

/** What each request said of who sends it. */
export function authorizationsOf({ sent }: ScriptedAgillic): (string | null)[] {
  return sent.map(({ init }) => new Headers(init.headers).get("authorization"));
}

/** The error in which a call ends; throws when it says something secret, or leaves a timer. */
export async function failureOf(
  { clock }: ScriptedAgillic,
  call: Promise<unknown>,
): Promise<AgillicError> {
  const error = await clock.until(call).then(() => null, (error: unknown) => error);
  if (!(error instanceof AgillicError)) {
    throw new TypeError("The call did not end in an AgillicError", { cause: error });
  }
  if (/key|secret|bearer-/i.test(error.message)) throw new Error("The message holds a secret");
  if (clock.timers > 0) throw new Error("The call left a timer");
  return error;
}
