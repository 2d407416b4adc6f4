/**
 * How much is shown of what comes from outside, in characters (UTF-16) where it is a text. What is longer is
 * shortened before HTML is made of it, so that one long text costs neither the server nor the browser much.
 */
export const SHOWN = {
  /** A value of Person Data before it is folded. */
  unfolded: 2_000,
  /** A value of Person Data. */
  value: 20_000,
  /** All values of a recipient together. */
  allValues: 100_000,
  /** A value of Person Data once all of that is used up. */
  leastValue: 200,
  /** What stands on one line: a label, a title, a name, an address. */
  line: 200,
  /** Several sentences: what an event does. */
  text: 1_000,
  /** The address of a stored copy. No part of an address leads anywhere: a longer one is no link. */
  address: 4_000,
  /** Fields of Person Data. */
  fields: 200,
  /** Rows of a one-to-many table. */
  rows: 50,
  /** Channels to filter by. */
  channels: 300,
  /** Recipients to choose from. */
  matches: 20,
} as const;

/** The text, or its beginning that is at most so long and ends with "…". */
export function shortened(text: string, most: number = SHOWN.line): string {
  return text.length <= most ? text : `${beginningOf(text, most - 1)}…`;
}

/** What the words of a problem or a finding name, each shortened to a line. */
export function shortenedEach(
  params: Readonly<Partial<Record<string, string>>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value = ""]) => [name, shortened(value)]),
  );
}

/**
 * At most so many characters of the text. No grapheme is cut in half (the emoji of a family, a letter with its marks),
 * unless it alone is longer.
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  graphemes ??= new Intl.Segmenter("en");
  // The code point after the cut decides whether a grapheme goes on there: all the rest need not be looked at.
  const cut = graphemes.segment(text.slice(0, most + 2)).containing(most)?.index || most;
  return text.slice(0, cut).replace(/[\uD800-\uDBFF]$/, "");
}

// Made when the first text is cut, since that is slow (Intl).
let graphemes: Intl.Segmenter | undefined;
