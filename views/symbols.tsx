import type { JSX } from "hono/jsx/jsx-runtime";
import type { Activity } from "./activity.ts";
import { ids } from "../contract/ids.ts";

/** Channels and controls on a 16 × 16 grid; `other` is a channel that is new to us. */
const drawings = {
  email: "M1.5 3.5h13v9h-13zM2 4l6 5 6-5",
  transactional: "M1.5 1.5h13v9h-13zM2 2l6 5 6-5M3 13.5h10",
  sms: "M2 2.5h12v8H7l-3.5 3v-3H2zM5 6.5h.01M8 6.5h.01M11 6.5h.01",
  inbound: "M14 2.5H2v8h7l3.5 3v-3H14zM8 4.5v4M6 6.5l2 2 2-2",
  push: "M3.5 11.5V7a4.5 4.5 0 0 1 9 0v4.5zM1.5 11.5h13M6.5 13.5h3",
  print: "M4 5.5v-4h8v4M4 11.5H1.5v-6h13v6H12M4 9.5h8v5H4z",
  audience: "M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1 13.5a4.5 4.5 0 0 1 9 0" +
    "M10.5 7.5a2.5 2.5 0 0 0 0-5M12 9.5a4.5 4.5 0 0 1 3 4",
  other: "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM5 8h.01M8 8h.01M11 8h.01",
  stored_copy: "M9.5 2.5h4v4M13.5 2.5 8 8M12 9.5v4H2.5V4h4",
  insert: "M13.5 3v4.5a2 2 0 0 1-2 2H3M6 6.5l-3 3 3 3",
} as const;

/** The name of a drawing that rows refer to. */
export type SymbolName = keyof typeof drawings;

const dot = "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z";

/** The shapes of marks, about the origin. */
const shapes = {
  sent: "M0-4V4",
  not_opened: dot,
  opened: dot,
  clicked: "M0-4 4 0 0 4-4 0z",
  hard_bounced: "M-3-3 3 3M3-3-3 3",
} as const satisfies Record<Exclude<Activity, ""> | "sent", string>;

/** The drawings that rows and marks refer to, once in a fragment. */
export function Symbols({ names }: { names: ReadonlySet<SymbolName> }): JSX.Element {
  return (
    <svg class="symbols" aria-hidden="true">
      {[...names].map((name) => (
        <symbol id={ids.symbol(name)} viewBox="0 0 16 16">
          <path d={drawings[name]} />
        </symbol>
      ))}
      {Object.entries(shapes).map(([name, d]) => (
        <path id={ids.mark(name)} data-activity={name} d={d} />
      ))}
    </svg>
  );
}

/** One drawing; words beside it say the same. */
export function SymbolIcon({ name }: { name: SymbolName }): JSX.Element {
  return (
    <svg aria-hidden="true">
      <use href={`#${ids.symbol(name)}`} />
    </svg>
  );
}

/** Where the shape of an activity is drawn. */
export function shapeOf(activity: Activity): string {
  return `#${ids.mark(activity || "sent")}`;
}
