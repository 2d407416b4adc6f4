import { ANSWER_HEADERS } from "../../contract/headers.ts";
import type { PartId } from "../../contract/parts.ts";
import type { AppContext } from "../context.ts";
import type { Shown } from "../parts/shown.ts";
import type { Services } from "../services.ts";

/** What an answer takes the place of, where that is not what asked for it. */
export type Instead = { of: PartId | "sidebar"; swap: "outerHTML" | "innerHTML" };

/** The one way in which a part, or the whole sidebar, is answered. */
export function answerPart(
  c: AppContext,
  { compress, elapsed }: Pick<Services, "compress" | "elapsed">,
  { html, status = 200, reason, recipient = null, recipientState }: Shown,
  instead: Instead | null = null,
): Response {
  if (reason !== undefined) c.set("reason", reason);
  if (recipient !== null) c.header(ANSWER_HEADERS.recipient, recipient);
  if (recipientState !== undefined) c.header(ANSWER_HEADERS.recipientState, recipientState);
  if (instead !== null) {
    c.header("HX-Retarget", `#${instead.of}`);
    c.header("HX-Reswap", instead.swap);
  }
  const total = (elapsed() - c.get("startedAt")).toFixed(1);
  c.header("Server-Timing", `total;dur=${total}, agillic;dur=${c.get("agillicMs").toFixed(1)}`);
  const text = String(html ?? "");
  const compressed = compress(text, c.req.header("Accept-Encoding"));
  if (compressed === null) return c.html(text, status);
  c.header("Content-Type", "text/html; charset=UTF-8");
  c.header("Content-Encoding", "gzip");
  return c.body(compressed, status);
}
