import { isAdmitted } from "../installation/limits.ts";

const MAX_CLOSE_NAMES = 3;

/** The names that may be suggested: what the server does not allow would be refused, and is nobody's to know. */
export function listSuggested(
  names: readonly string[],
  allowed: readonly string[] | null,
): readonly string[] {
  return names.filter((name) => isAdmitted(allowed, name));
}

/** What a finding says of the names that a misspelt one may mean. */
export function closeTo(misspelt: string, names: readonly string[]): { close?: string } {
  const close = listCloseNames(misspelt, names).join(", ");
  return close === "" ? {} : { close };
}

/** The names that a misspelt one may mean, the closest first: none where nothing is near. */
export function listCloseNames(misspelt: string, names: readonly string[]): string[] {
  const wanted = misspelt.toUpperCase();
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  const near = names.map((name) => ({
    name,
    distance: distance(wanted, name.toUpperCase(), limit),
  }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  const best = near[0]?.distance ?? 0;
  // Next to a name with one letter wrong, a name with three is no help.
  return near.filter(({ distance }) => distance <= best + 1).slice(0, MAX_CLOSE_NAMES)
    .map(({ name }) => name);
}

/**
 * How many letters have to be added, dropped, replaced or swapped with their neighbour (optimal string alignment).
 * More than `limit` is answered as `limit + 1`.
 */
function distance(from: string, to: string, limit: number): number {
  // Also keeps a name as long as a page from being worked through.
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const present = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      present.push(Math.min(
        at(present, column - 1) + 1,
        at(last, column) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      ));
    }
    beforeLast = last;
    last = present;
  }
  return Math.min(at(last, to.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
