import fc from "fast-check";
import "./fast_check_fixture.ts";

/** What people, platforms and attackers write: controls, lone surrogates, other directions, markup, placeholders. */
const piece = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
  fc.constantFrom("<b>", "</span>", '"', "'", "&amp;", "&", "{address}", "$&", "${1}", "%", "\\"),
  fc.constantFrom("\u202e", "\u2068", "\u2069", "\u200f", "שלום", "مرحبا", "👨‍👩‍👧‍👦", "\r\n", "\0"),
);

/** Any text at all, of at most so many pieces. */
export function anyText(most = 40): fc.Arbitrary<string> {
  return fc.string({ unit: piece, minLength: 1, maxLength: most });
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The text that a piece of HTML without tags stands for; throws where there is a tag. */
export function readBack(html: string): string {
  if (html.includes("<")) throw new Error(`It should be text alone, and is ${html}`);
  return html.replace(/&[^;]*;/g, (entity) => {
    const text = ENTITIES[entity];
    if (text === undefined) throw new Error(`It should be escaped, and is ${html}`);
    return text;
  });
}
