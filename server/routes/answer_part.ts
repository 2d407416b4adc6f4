import { ANSWER_HEADERS } from "../../contract/headers.ts";
import { HISTORY_MARK } from "../../contract/page.ts";
import type { PartId } from "../../contract/parts.ts";
import type { AppContext } from "../context.ts";
import type { Shown, ShownBehind } from "../parts/shown.ts";
import type { Services } from "../services.ts";

/** What an answer takes the place of, where that is not what asked for it. */
export type Instead = { of: PartId | "sidebar"; swap: "outerHTML" | "innerHTML" };

type Answering = Pick<Services, "compression" | "elapsed">;

/** The one way in which a part, or the whole sidebar, is answered. */
export function answerPart(
  c: AppContext,
  { compression, elapsed }: Answering,
  { html, status = 200, reason, recipient = null, recipientState, behind }: Shown,
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
  c.status(status);
  c.header("Content-Type", "text/html; charset=UTF-8");
  return behind === undefined
    ? answerWhole(c, text, compression)
    : answerInPieces(c, text, behind, compression);
}

function answerWhole(
  c: AppContext,
  text: string,
  compression: Answering["compression"],
): Response {
  const compressed = compression.whole(text, c.req.header("Accept-Encoding"));
  if (compressed === null) return c.body(text);
  c.header("Content-Encoding", "gzip");
  return c.body(compressed);
}

function answerInPieces(
  c: AppContext,
  first: string,
  behind: Promise<ShownBehind>,
  compression: Answering["compression"],
): Response {
  c.set("behind", behind);
  // Whoever compresses or buffers it on the way would hold the first piece back until the last.
  c.header("Cache-Control", "private, no-store, no-transform");
  c.header("X-Accel-Buffering", "no");
  const before = first + HISTORY_MARK;
  const after = behind.then(({ status, text }) => status + text);
  const compressed = compression.pieces(before, after, c.req.header("Accept-Encoding"));
  if (compressed === null) {
    const pieces = ReadableStream.from([before, after]);
    return c.body(pieces.pipeThrough(new TextEncoderStream()));
  }
  c.header("Content-Encoding", "gzip");
  return c.body(compressed);
}
