import type { Alarms } from "./alarms.ts";
import { attempt } from "./attempt.ts";
import { AgillicError } from "./errors.ts";
import { failureOf, isAnswer } from "./failure.ts";
import { createGate } from "./gate.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicOptions, CallOutcome } from "./options.ts";
import type { AgillicPath } from "./paths.ts";
import { backoffMs } from "./retry.ts";

/** The calls of one credential; they reject with `AgillicError`, and end within 10 seconds. */
export type Calls = {
  /** When, by `elapsed`, a call that begins now must have ended: for reads that share the ten seconds, or `ms`. */
  deadlineMs(ms?: number): number;
  /** Equal reads at the same moment share one call. */
  read(operation: Operation, path: AgillicPath, deadlineMs?: number): Promise<Answer>;
  act(operation: Operation, path: AgillicPath, body?: string): Promise<Answer>;
  /** True while nothing is in flight or waiting: the credential may then be forgotten. */
  isIdle(): boolean;
};

/** Less than the ten seconds promised: timers ring late, and our own work takes time too. */
const CALL_MS = 9_800;
const READ_ATTEMPT_MS = 4_000;
const MAX_ATTEMPTS = 4;
/** With less time than this left, another attempt would only add load. */
const MIN_ATTEMPT_MS = 250;

/** The calls made with one token. */
export function createCalls(
  token: string,
  options: AgillicOptions & { readonly alarms: Alarms },
): Calls {
  const { baseUrl, now, elapsed, random, delay, alarms, callsAtOnce, watch } = options;
  const gate = createGate(callsAtOnce, alarms);
  const reads = new Map<AgillicPath, Promise<Answer>>();
  const headers = {
    read: { accept: JSON_TYPE, authorization: `Basic ${token}` },
    action: { accept: JSON_TYPE, authorization: `Basic ${token}`, "content-type": JSON_TYPE },
  };

  const deadlineMs = (ms = CALL_MS) => elapsed() + ms;

  async function call(
    operation: Operation,
    path: AgillicPath,
    { body, deadlineMs }: { body: string | null; deadlineMs: number },
  ): Promise<Answer> {
    // No header can carry it, and the exception of `fetch` would quote it.
    if (!/^[\x21-\x7e]+$/.test(token)) {
      const message = `${operation.action} failed: the token is not base64`;
      throw new AgillicError("token_invalid", message);
    }
    const request = {
      url: baseUrl + path,
      method: operation.method,
      headers: headers[operation.kind],
      body,
      needsBody: operation.kind === "read",
    };
    let lastError: AgillicError | null = null;
    for (let number = 1;; number++) {
      if (!gate.tryEnter() && !(await gate.enterBefore(deadlineMs - MIN_ATTEMPT_MS))) {
        watch?.notSent(operation);
        throw lastError ?? neverSent(operation, callsAtOnce);
      }
      const attemptMs = operation.kind === "read" ? READ_ATTEMPT_MS : CALL_MS;
      const sentMs = elapsed();
      watch?.sent();
      const end = await attempt(request, Math.min(sentMs + attemptMs, deadlineMs), options);
      gate.leave();
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
    act(operation, path, body) {
      // A read after an action must see it: those that began before may be older, and are no
      // longer shared.
      return call(operation, path, { body: body ?? null, deadlineMs: deadlineMs() })
        .finally(() => reads.clear());
    },
    isIdle() {
      return gate.inside === 0 && reads.size === 0;
    },
  };
}

const JSON_TYPE = "application/json; charset=utf-8";

function outcomeOf({ status }: Answer): CallOutcome {
  if (status < 300) return "ok";
  return status === 404 ? "not_found" : "refused";
}

function neverSent({ action }: Operation, callsAtOnce: number): AgillicError {
  return new AgillicError(
    "agillic_timeout",
    `${action} failed: ${callsAtOnce} other calls kept it waiting, and nothing was sent`,
  );
}
