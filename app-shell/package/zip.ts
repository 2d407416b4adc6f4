import { zipSync } from "fflate";

/** A member of the zip; `path` with `/`. */
export type ZipEntry = { path: string; bytes: Uint8Array };

/** A zip whose bytes depend on its entries alone: sorted, and with one fixed time. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  // The earliest time a zip can say; in local time, as that is what a zip holds in every zone.
  const mtime = new Date(1980, 0, 1);
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const zippable = Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes]));
  return Uint8Array.from(zipSync(zippable, { level: 9, mtime }));
}
