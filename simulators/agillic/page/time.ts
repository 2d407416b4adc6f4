/** A moment for the developer's eye, UTC: `2026-11-22 20:05:43`. */
export function formatTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}
