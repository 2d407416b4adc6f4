import type { JSX } from "hono/jsx/jsx-runtime";

/** Drawings on a 16 × 16 grid, in the colour of the text around them. */
const drawings = {
  refresh: "M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.5V5H10",
  copy: "M6 5.5h7.5v8H6zM3.5 10.5h-1v-8H10v1",
  out: "M9.5 2.5h4v4M13.5 2.5 8 8M12 9.5v4H2.5V4h4",
  insert: "M13.5 3v4.5a2 2 0 0 1-2 2H3M6 6.5 3 9.5l3 3",
  check: "m3 8.5 3.5 3.5L13 4.5",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof drawings;

/** A small drawing beside words that say the same. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
