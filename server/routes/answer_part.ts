import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ANSWER_HEADERS } from "../../contract/headers.ts";
import type { PartId } from "../../contract/ids.ts";
import type { AppContext } from "../context.ts";
import type { Services } from "../services.ts";

/** What an answer says beside its HTML. */
export type Beside = {
  /** 200 where there is none. */
  status?: ContentfulStatusCode;
  /** For the log: why it was answered so. */
  reason?: string | undefined;
  /** The sealed name of the recipient that later requests are about, or UNKNOWN_RECIPIENT; null to say nothing. */
  recipient?: string | null;
  /** What Person Data says on delivery, which the history is told. */
  recipientState?: string;
  /** What it takes the place of, where that is not what asked for it. */
  instead?: { of: PartId | "sidebar"; swap: "outerHTML" | "innerHTML" };
};

/** The one way in which a part, or the whole sidebar, is answered; null is an empty part. */
export function answerPart(
  c: AppContext,
  { elapsed }: Pick<Services, "elapsed">,
  html: JSX.Element | null,
  { status = 200, reason, recipient = null, recipientState, instead }: Beside = {},
): Response {
  if (reason !== undefined) c.set("reason", reason);
  if (recipient !== null) c.header(ANSWER_HEADERS.recipient, recipient);
  if (recipientState !== undefined) c.header(ANSWER_HEADERS.recipientState, recipientState);
  if (instead !== undefined) {
    c.header("HX-Retarget", `#${instead.of}`);
    c.header("HX-Reswap", instead.swap);
  }
  const total = (elapsed() - c.get("startedAt")).toFixed(1);
  c.header("Server-Timing", `total;dur=${total}, agillic;dur=${c.get("agillicMs").toFixed(1)}`);
  return c.html(String(html ?? ""), status);
}
