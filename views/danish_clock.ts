/** Turns the time on a wall in Denmark, given as if it were UTC, into the point in time it is. */
export type DanishClock = (wallMs: number) => Date;

const HOUR_MS = 3_600_000;
const MOST_HOURS = 1_000;

/** Agillic writes timestamps in Danish local time, without saying so. */
export function createDanishClock(): DanishClock {
  let format: Intl.DateTimeFormat | undefined;
  // The clocks change on the hour, so an hour has one offset; asking Intl for it is slow.
  const known = new Map<number, number>();
  const offsetMs = (at: number): number => {
    const hour = Math.floor(at / HOUR_MS);
    const offset = known.get(hour) ?? findOffsetMs(at);
    if (known.size >= MOST_HOURS) known.clear();
    known.set(hour, offset);
    return offset;
  };
  const findOffsetMs = (at: number): number => {
    format ??= new Intl.DateTimeFormat("en", {
      timeZone: "Europe/Copenhagen",
      timeZoneName: "longOffset",
    });
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, hours = "0", minutes = "0"] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
    return (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
  return (wallMs) => {
    // The offset on the other side of a change of the clocks may differ: ask there once more.
    const guess = wallMs - offsetMs(wallMs);
    return new Date(wallMs - offsetMs(guess));
  };
}
