import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "./context.ts";

/** Every header that we say; one spelling each, or there would be two. */
export type HeaderName =
  | "Cache-Control"
  | "Content-Encoding"
  | "Content-Language"
  | "Content-Security-Policy"
  | "Content-Type"
  | "Cross-Origin-Resource-Policy"
  | "HX-Reswap"
  | "HX-Retarget"
  | "Permissions-Policy"
  | "Recipient"
  | "Recipient-State"
  | "Referrer-Policy"
  | "Request-Id"
  | "Requester"
  | "Server-Timing"
  | "Strict-Transport-Security"
  | "Vary"
  | "X-Content-Type-Options"
  | "X-Robots-Tag";

/** Headers, not yet sent. */
export type AnswerHeaders = Partial<Record<HeaderName, string>>;

/** Says a header of the answer that is still to be made; what is said last holds. */
export function setHeader(c: AppContext, name: HeaderName, value: string): void {
  c.get("headers")[name] = value;
}

/**
 * Makes the answer, with all its headers at once: Deno hands such an answer to native code as it is, and makes it anew when
 * a header is read or set later. So this, and not Hono's own `c.text`, `c.html` or `c.header`.
 */
export function answer(
  c: AppContext,
  body: string | Uint8Array<ArrayBuffer>,
  status: ContentfulStatusCode = 200,
): Response {
  const totalMs = performance.now() - c.get("startedAt");
  const agillicMs = c.get("agillicMs");
  setHeader(
    c,
    "Server-Timing",
    `total;dur=${totalMs.toFixed(1)}, agillic;dur=${agillicMs.toFixed(1)}`,
  );
  return new Response(body, { status, headers: c.get("headers") });
}

/** A view; views are synchronous, so that it is there as text. */
export function answerHtml(
  c: AppContext,
  view: JSX.Element,
  status?: ContentfulStatusCode,
): Response {
  setHeader(c, "Content-Type", "text/html; charset=UTF-8");
  return answer(c, String(view), status);
}

/** Plain text. */
export function answerText(c: AppContext, text: string, status?: ContentfulStatusCode): Response {
  setHeader(c, "Content-Type", "text/plain; charset=UTF-8");
  return answer(c, text, status);
}

/** A value as JSON. */
export function answerJson(c: AppContext, value: unknown, status?: ContentfulStatusCode): Response {
  setHeader(c, "Content-Type", "application/json");
  return answer(c, JSON.stringify(value), status);
}
