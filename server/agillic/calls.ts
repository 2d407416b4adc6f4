import type { Alarms } from "./alarms.ts";
import { attempt, type AttemptRequest } from "./attempt.ts";
import { type Bearer, createBearer, EXCHANGE, exchangeForm } from "./bearer.ts";
import { AgillicError } from "./errors.ts";
import { failureOf, isAnswer } from "./failure.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicOptions, CallOutcome } from "./options.ts";
import { type AgillicPath, tokenPath } from "./paths.ts";
import { backoffMs } from "./retry.ts";
import { createSemaphore } from "./semaphore.ts";

/** The calls of one credential; they reject with `AgillicError`, and end within 10 seconds. */
export type Calls = {
  /** When, by `elapsed`, a call that begins now must have ended: for reads that share the ten seconds, or `ms`. */
  deadlineMs(ms?: number): number;
  /** Equal reads at the same moment share one call. */
  read(operation: Operation, path: AgillicPath, deadlineMs?: number): Promise<Answer>;
  act(operation: Operation, path: AgillicPath, body?: string, deadlineMs?: number): Promise<Answer>;
  /** Exchanges the credential for a bearer token, to see whether that works; nothing where it is sent itself. */
  signIn(): Promise<void>;
  /** True while nothing is in flight or waiting: the credential may then be forgotten. */
  isIdle(): boolean;
};

/** Less than the ten seconds promised: timers ring late, and our own work takes time too. */
const CALL_MS = 9_800;
const READ_ATTEMPT_MS = 4_000;
/** Leaves about as long to the call that the token is for. */
const EXCHANGE_MS = 5_000;
const MAX_ATTEMPTS = 4;
/** With less time than this left, another attempt would only add load. */
const MIN_ATTEMPT_MS = 250;

/** How a credential is shown to Agillic: itself, or the bearer token that it is exchanged for. */
export type Scheme = "Basic" | "Bearer";

/** The calls made with one credential. */
export function createCalls(
  token: string,
  scheme: Scheme,
  options: AgillicOptions & { readonly alarms: Alarms },
): Calls {
  const { baseUrl, now, elapsed, random, delay, alarms, callsAtOnce, watch } = options;
  const places = createSemaphore(callsAtOnce, alarms);
  const reads = new Map<AgillicPath, Promise<Answer>>();
  const bearer = scheme === "Bearer" ? createBearer(exchange, { elapsed, alarms }) : null;

  const deadlineMs = (ms = CALL_MS) => elapsed() + ms;

  async function exchange(): Promise<Answer> {
    const body = exchangeForm(token);
    if (body === null) throw tokenNotBase64(EXCHANGE);
    const headers = { accept: JSON_TYPE, "content-type": "application/x-www-form-urlencoded" };
    const url = baseUrl + tokenPath();
    const request = { url, method: EXCHANGE.method, headers, body, needsBody: true };
    return await send(EXCHANGE, request, deadlineMs(EXCHANGE_MS));
  }

  async function call(
    operation: Operation,
    path: AgillicPath,
    { body, deadlineMs }: { body: string | null; deadlineMs: number },
  ): Promise<Answer> {
    // No header can carry it, and the exception of `fetch` would quote it.
    if (!/^[\x21-\x7e]+$/.test(token)) throw tokenNotBase64(operation);
    const sendAs = (authorization: string) => {
      const { method, kind } = operation;
      const type = kind === "action" ? { "content-type": JSON_TYPE } : {};
      const headers = { accept: JSON_TYPE, authorization, ...type };
      const request = { url: baseUrl + path, method, headers, body, needsBody: kind === "read" };
      return send(operation, request, deadlineMs);
    };
    if (bearer === null) return await sendAs(`Basic ${token}`);

    const first = await findBearer(bearer, operation, deadlineMs);
    try {
      return await sendAs(`Bearer ${first}`);
    } catch (error) {
      // A refusal proves that nothing was done: so an action, too, may be sent again.
      const isRefused = error instanceof AgillicError && error.code === "token_invalid";
      if (!isRefused || elapsed() + MIN_ATTEMPT_MS > deadlineMs) throw error;
      bearer.drop(first);
    }
    return await sendAs(`Bearer ${await findBearer(bearer, operation, deadlineMs)}`);
  }

  async function findBearer(
    bearer: Bearer,
    { action }: Operation,
    deadlineMs: number,
  ): Promise<string> {
    const found = await bearer.find(deadlineMs - MIN_ATTEMPT_MS);
    if (found !== null) return found;
    const message =
      `${action} failed: the credential was not exchanged in time, and nothing was sent`;
    throw new AgillicError("agillic_timeout", message);
  }

  /** Sends a request as often as its failures and the time allow. */
  async function send(
    operation: Operation,
    request: AttemptRequest,
    deadlineMs: number,
  ): Promise<Answer> {
    let lastError: AgillicError | null = null;
    for (let number = 1;; number++) {
      if (!places.tryAcquire() && !(await places.acquireBefore(deadlineMs - MIN_ATTEMPT_MS))) {
        watch?.notSent(operation);
        throw lastError ?? neverSent(operation, callsAtOnce);
      }
      const attemptMs = operation.kind === "read" ? READ_ATTEMPT_MS : CALL_MS;
      const sentMs = elapsed();
      watch?.sent();
      const end = await attempt(request, Math.min(sentMs + attemptMs, deadlineMs), options);
      places.release();
      const endedMs = elapsed();
      if (end.kind === "answered" && isAnswer(operation, end.status)) {
        watch?.ended(operation, outcomeOf(end), endedMs - sentMs);
        return end;
      }

      const { error, repeatable, retryAfterMs } = failureOf(operation, end, now());
      watch?.ended(operation, error.code, endedMs - sentMs);
      const waitMs = (retryAfterMs ?? 0) + backoffMs(number, random);
      const isInTime = endedMs + waitMs + MIN_ATTEMPT_MS <= deadlineMs;
      if (!repeatable || number === MAX_ATTEMPTS || !isInTime) throw error;
      lastError = error;
      await delay(waitMs);
    }
  }

  return {
    deadlineMs,
    read(operation, path, untilMs = deadlineMs()) {
      const shared = reads.get(path);
      if (shared !== undefined) return shared;
      const answer = call(operation, path, { body: null, deadlineMs: untilMs })
        .finally(() => {
          if (reads.get(path) === answer) reads.delete(path);
        });
      reads.set(path, answer);
      return answer;
    },
    act(operation, path, body, untilMs = deadlineMs()) {
      // A read after an action must see it: those that began before may be older, and are no
      // longer shared.
      return call(operation, path, { body: body ?? null, deadlineMs: untilMs })
        .finally(() => reads.clear());
    },
    async signIn() {
      await bearer?.renew();
    },
    isIdle() {
      return places.taken === 0 && reads.size === 0;
    },
  };
}

const JSON_TYPE = "application/json; charset=utf-8";

function outcomeOf({ status }: Answer): CallOutcome {
  if (status < 300) return "ok";
  return status === 404 ? "not_found" : "refused";
}

function tokenNotBase64({ action }: Operation): AgillicError {
  return new AgillicError("token_invalid", `${action} failed: the token is not base64`);
}

function neverSent({ action }: Operation, callsAtOnce: number): AgillicError {
  return new AgillicError(
    "agillic_timeout",
    `${action} failed: ${callsAtOnce} other calls kept it waiting, and nothing was sent`,
  );
}
