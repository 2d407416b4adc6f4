import type { AppContext } from "./context.ts";

type Headers = readonly (readonly [name: string, value: string])[];

/** What every answer begins with; a route can say otherwise. */
export const SECURITY_HEADERS: Headers = [
  // Personal data by default; assets say otherwise for themselves.
  ["Cache-Control", "private, no-store"],
  // A fragment opened on its own may load and run nothing.
  ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
  ["X-Content-Type-Options", "nosniff"],
  // Our files are for our own frame.
  ["Cross-Origin-Resource-Policy", "same-origin"],
  // Not even our own origin is told where an agent comes from.
  ["Referrer-Policy", "no-referrer"],
  ["X-Robots-Tag", "noindex"],
  // A year; a browser heeds it on https alone.
  ["Strict-Transport-Security", "max-age=31536000"],
  // No X-Frame-Options: it knows no list of origins and would blank the app inside Zendesk.
];

/**
 * What only a page can use: whatever else is opened on its own runs no script that could ask for a device, and each
 * header costs a fragment about a microsecond, this one eight.
 */
const PAGES: Headers = [
  // The sidebar needs none of these, so nothing that gets into it has them.
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];

/** Lets the shell page run: `ancestors` are the origins that may frame it. */
export function allowShell(
  c: AppContext,
  ancestors: readonly string[],
  sdkUrl: string | null,
): void {
  const directives = [
    "default-src 'none'",
    // One script of ours, and Zendesk's SDK when the build asks for it; nothing inline, no eval.
    `script-src 'self'${sdkUrl === null ? "" : ` ${new URL(sdkUrl).origin}`}`,
    "style-src 'self'",
    // Fragments only; Zendesk is spoken to by postMessage.
    "connect-src 'self'",
    // htmx sends all forms but one, which asks for this page again.
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors.join(" ")}`,
  ];
  c.header("Content-Security-Policy", directives.join("; "));
  for (const [name, value] of PAGES) c.header(name, value);
}
