import type { JSX } from "hono/jsx/jsx-runtime";

function draw(path: string): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** Small drawings on a 16 × 16 grid, beside words that say the same: of controls, and of channels. */
export const icons = {
  refresh: draw("M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.5V5H10"),
  copy: draw("M6 5.5h7.5v8H6zM3.5 10.5h-1v-8H10v1"),
  storedCopy: draw("M9.5 2.5h4v4M13.5 2.5 8 8M12 9.5v4H2.5V4h4"),
  insert: draw("M13.5 3v4.5a2 2 0 0 1-2 2H3M6 6.5l-3 3 3 3"),
  email: draw("M1.5 3.5h13v9h-13zM2 4l6 5 6-5"),
  transactional: draw("M1.5 1.5h13v9h-13zM2 2l6 5 6-5M3 13.5h10"),
  sms: draw("M2 2.5h12v8H7l-3.5 3v-3H2zM5 6.5h.01M8 6.5h.01M11 6.5h.01"),
  inbound: draw("M14 2.5H2v8h7l3.5 3v-3H14zM8 4.5v4M6 6.5l2 2 2-2"),
  push: draw("M3.5 11.5V7a4.5 4.5 0 0 1 9 0v4.5zM1.5 11.5h13M6.5 13.5h3"),
  print: draw("M4 5.5v-4h8v4M4 11.5H1.5v-6h13v6H12M4 9.5h8v5H4z"),
  audience: draw(
    "M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1 13.5a4.5 4.5 0 0 1 9 0" +
      "M10.5 7.5a2.5 2.5 0 0 0 0-5M12 9.5a4.5 4.5 0 0 1 3 4",
  ),
  other: draw("M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM5 8h.01M8 8h.01M11 8h.01"),
};
