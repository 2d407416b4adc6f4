/** The height of the names above the lines of the picture. */
export const topHeight = 12;

/** The height of the months below the lines. */
export const axisHeight = 14;

/** A line with the name of its channel above it. */
const lineHeight = 26;

/** The width that points are counted in, however wide the picture is. */
export const width = 1000;

/** The middle of a line, from the top. */
export function middle(row: number): number {
  return topHeight + row * lineHeight + 18;
}

/** Where the name of a line stands, from the top. */
export function nameY(row: number): number {
  return topHeight + row * lineHeight + 9;
}

/** Where the last of so many lines ends, from the top. */
export function bottomOf(lines: number): number {
  return topHeight + lines * lineHeight;
}

/** The height of a picture with so many lines. */
export function pictureHeight(lines: number): number {
  return bottomOf(lines) + axisHeight;
}

// A mark at either end is drawn whole.
const margin = 0.015;

function within(x: number): number {
  return margin + x * (1 - 2 * margin);
}

/** Where a time is, in per cent of the picture's width. */
export function percent(x: number): string {
  return `${rounded(within(x))}%`;
}

/** How wide a part of the time is, in per cent of the picture's width. */
export function share(part: number): string {
  return `${rounded(part * (1 - 2 * margin))}%`;
}

/** Where a time is, in points of the width. */
export function atWidth(x: number): number {
  return Math.round(within(x) * width);
}

function rounded(part: number): number {
  return Math.round(part * 1000) / 10;
}
