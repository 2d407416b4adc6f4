import type { Child } from "hono/jsx";

// An address, a URL or a name of Agillic's: what else is so long breaks where it has to.
const LONG_WORD = /([\p{L}\p{N}@.+~%:?&=#/_-]{16,})/u;
const AFTER_SEPARATOR = /(?<=[@._/-])(?=[\p{L}\p{N}])/u;

/** The text, in which a long word may break after `@`, `.`, `-`, `_` and `/`; copied, it is the text. */
export function breakable(text: string): Child[] {
  // Cut at its long words: every second piece is one.
  return text.split(LONG_WORD).flatMap((piece, index) => {
    if (index % 2 === 0) return [piece];
    const [first, ...others] = piece.split(AFTER_SEPARATOR);
    return [first, ...others.flatMap((other) => [<wbr />, other])];
  });
}
