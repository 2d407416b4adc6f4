const FIRST_BACKOFF_MS = 200;

/** `Retry-After`, seconds or an HTTP date, in ms from now; null when absent or unreadable. */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Only a real HTTP date: Date.parse reads almost anything with a digit in it.
  if (!/^[A-Z][a-z]+, .+ GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Milliseconds before the next attempt: doubling, and half of it chance, to spread callers out. */
export function backoffMs(attempt: number, random: () => number): number {
  return FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + random() / 2);
}
