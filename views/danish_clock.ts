import { remembered } from "./remembered.ts";

/** Turns the time on a wall in Denmark, given as if it were UTC, into the point in time it is. */
export type DanishClock = (wallMs: number) => Date;

const HOUR_MS = 3_600_000;

/** Agillic writes timestamps in Danish local time, without saying so. */
export function createDanishClock(): DanishClock {
  let format: Intl.DateTimeFormat | undefined;
  // The clocks change on the hour, so an hour has one offset; asking Intl for it is slow.
  const offsetOfHour = remembered((hour: number): number => {
    format ??= new Intl.DateTimeFormat("en", {
      timeZone: "Europe/Copenhagen",
      timeZoneName: "longOffset",
    });
    const name = format.formatToParts(hour * HOUR_MS)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, hours = "0", minutes = "0"] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
    return (Number(hours) * 60 + Number(minutes)) * 60_000;
  });
  const offsetMs = (at: number): number => offsetOfHour(Math.floor(at / HOUR_MS));
  return (wallMs) => {
    // The offset on the other side of a change of the clocks may differ: ask there once more.
    const guess = wallMs - offsetMs(wallMs);
    return new Date(wallMs - offsetMs(guess));
  };
}
