import { z } from "zod";

const MAX_LENGTH = 300;

const errorBody = z.object({ message: z.string() });

/** The words in an error body: JSON with a `message`, or plain text; null for an empty or an HTML one. */
export function upstreamMessage(body: string): string | null {
  const text = body.trim();
  if (text === "" || isMarkup(text)) return null;
  const parsed = errorBody.safeParse(parseJson(text));
  if (parsed.success) return shorten(parsed.data.message);
  return /^[[{"]/.test(text) ? null : shorten(text);
}

/** Whether it is a page of HTML: then not Agillic's API answered, but something before it. */
export function isMarkup(body: string): boolean {
  return body.trimStart().startsWith("<");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shorten(text: string): string | null {
  const line = text.replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (line === "") return null;
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
