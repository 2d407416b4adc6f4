/** Letters that run from right to left, by the blocks that Unicode keeps for them, and the mark that acts as one. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Characters that nobody sees, and that turn the text around them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text from outside as it goes into a sentence: whichever way it runs, the rest of the sentence keeps its order. */
export function isolated(text: string): string {
  const bare = text.replace(TURNING, "");
  return RIGHT_TO_LEFT.test(bare) ? `\u2068${bare}\u2069` : bare;
}
