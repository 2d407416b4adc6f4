/** How often each channel was used, most used first. */
export function countChannels(
  communications: readonly { channel: string }[],
): [channel: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { channel } of communications) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
