/** The value below which `share` of the values lie, by the nearest rank; NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? NaN;
}

/** The value in the middle, or the mean of the two in the middle; NaN for no values. */
export function median(values: readonly number[]): number {
  return (percentile(values, 0.5) + percentile(values.map((value) => -value), 0.5) * -1) / 2;
}

/** The median of the rounds with their extremes, such as `1,250 (1,200–1,310)`. */
export function showRounds(rounds: readonly number[], digits = 0): string {
  const show = (value: number) =>
    value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${show(median(rounds))} (${show(Math.min(...rounds))}–${show(Math.max(...rounds))})`;
}
