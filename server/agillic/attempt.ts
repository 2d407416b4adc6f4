import type { Alarms } from "./alarms.ts";
import { BodyNotTextError, BodyTooLargeError, readText } from "./body.ts";
import type { AgillicOptions } from "./options.ts";

/** How one attempt ended. */
export type AttemptEnd =
  | {
    readonly kind: "answered";
    readonly status: number;
    readonly text: string;
    readonly retryAfter: string | null;
  }
  | { readonly kind: "timed_out"; readonly status: number | null }
  | {
    readonly kind: "broken";
    /** Not null when the connection broke within the body. */
    readonly status: number | null;
    /** In words that are safe to log. */
    readonly reason: string;
    /** False only when it is certain that Agillic never got the request. */
    readonly sent: boolean;
  }
  | { readonly kind: "too_large" | "not_text"; readonly status: number };

/** One request, as `fetch` wants it. */
export type AttemptRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  /** False where a 2xx is success whatever its body: the body is then not waited for. */
  readonly needsBody: boolean;
};

const MAX_BODY_BYTES = 20 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;

/** Sends it once. Never rejects, and ends at `untilMs` even if `fetch` ignores its signal. */
export function attempt(
  request: AttemptRequest,
  untilMs: number,
  { fetch, alarms }: { fetch: AgillicOptions["fetch"]; alarms: Alarms },
): Promise<AttemptEnd> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const seen: Seen = { status: null, retryAfter: null };
    const alarm = {
      atMs: untilMs,
      ring: () => {
        resolve(outOfTime(seen));
        controller.abort();
      },
    };
    alarms.set(alarm);
    send(request, seen, { fetch, signal: controller.signal }).then((end) => {
      alarms.cancel(alarm);
      resolve(end);
    });
  });
}

/** What the head of the answer said, once it is there. */
type Seen = { status: number | null; retryAfter: string | null };

/** An error is complete with its head: only its words are missing. */
function outOfTime({ status, retryAfter }: Seen): AttemptEnd {
  return status !== null && status >= 400
    ? { kind: "answered", status, text: "", retryAfter }
    : { kind: "timed_out", status };
}

async function send(
  { url, method, headers, body, needsBody }: AttemptRequest,
  seen: Seen,
  { fetch, signal }: { fetch: AgillicOptions["fetch"]; signal: AbortSignal },
): Promise<AttemptEnd> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      signal,
      // The Authorization header must not reach another address.
      redirect: "manual",
      keepalive: needsBody,
    });
    const { status } = response;
    seen.status = status;
    if (status >= 400) seen.retryAfter = response.headers.get("retry-after");
    const text = await textOf(response, needsBody);
    return { kind: "answered", status, text, retryAfter: seen.retryAfter };
  } catch (error) {
    const { status } = seen;
    if (status !== null) {
      if (error instanceof BodyTooLargeError) return { kind: "too_large", status };
      if (error instanceof BodyNotTextError) return { kind: "not_text", status };
    }
    return { kind: "broken", status, ...reasonOf(error) };
  }
}

async function textOf(response: Response, needsBody: boolean): Promise<string> {
  if (response.ok && needsBody) return await readText(response, MAX_BODY_BYTES);
  // An error is known by its status: its body only adds words, and losing them loses little.
  if (response.status >= 400) return await readText(response, MAX_ERROR_BYTES).catch(() => "");
  // Not waited for, and free to fail: the status alone has said it.
  response.body?.cancel().catch(() => {});
  return "";
}

/** In words of ours: `fetch` puts the URL, and so the address, into its messages. */
function reasonOf(error: unknown): { reason: string; sent: boolean } {
  // Deno's words for what fails before there is a connection: no such name, refused, no TLS.
  if (wordsOf(error).includes("client error (Connect)")) {
    return { reason: "no connection possible", sent: false };
  }
  return { reason: "connection broken", sent: true };
}

/** The words of `fetch`: in the error, or, since Deno 2.9, in its cause. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
