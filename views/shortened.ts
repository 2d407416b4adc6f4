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

/** At most so many characters of the text; one that takes two is not cut in half. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}
