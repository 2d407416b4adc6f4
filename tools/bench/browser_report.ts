import type { Report } from "./report.ts";
import { median, showRounds } from "./statistics.ts";
import type { Timing } from "./ticket_timing.ts";

const TITLES = {
  ours: "our sidebar",
  react: "React page",
  garden: "Garden page",
} as const;

/** One of them. */
export type AppName = keyof typeof TITLES;

/** The timings of each app, round by round, each of all that is opened. */
export type Timings = Record<AppName, Timing[][]>;

/** Two who have fields and communications; the second has more of them. The first is closed and opened again. */
export const TICKETS: readonly number[] = [101, 105, 101];

const NAMES = ["ours", "react", "garden"] as const satisfies readonly AppName[];
const WHICH = ["first ticket", "next ticket", "opened again"] as const;
const NEXT = WHICH.indexOf("next ticket");
const COLUMNS = [
  "",
  "skeleton ms",
  "first text ms",
  "all parts ms",
  "bytes",
  "requests",
  "proxy calls",
];

/** Shows what was measured with Agillic as fast as that; what must hold is said of an Agillic that answers at once. */
export function reportTimings(report: Report, latencyMs: number, timings: Timings): void {
  const rows = WHICH.flatMap((which, ticket) =>
    NAMES.map((name) => {
      const of = (figure: (timing: Timing) => number) =>
        showRounds(take(timings[name], ticket, figure));
      return [
        `${which}, ${TITLES[name]}`,
        of((timing) => timing.skeletonMs),
        of((timing) => timing.textMs),
        of((timing) => timing.allMs),
        of((timing) => timing.bytes),
        of((timing) => timing.requests),
        of((timing) => timing.proxyCalls),
      ];
    })
  );
  const title =
    `In Chromium at 10 Mbit/s, 40 ms, CPU×4; Agillic answers after ${latencyMs} ms; median (least–most)`;
  report.table(title, COLUMNS, rows);
  if (latencyMs === 0) expectFast(report, timings);
}

function expectFast(report: Report, { ours, react, garden }: Timings): void {
  const of = (rounds: Timing[][], figure: (timing: Timing) => number) =>
    median(take(rounds, NEXT, figure));
  const text = (timing: Timing) => timing.textMs;
  const all = (timing: Timing) => timing.allMs;
  report.expect("Next ticket, first text ms", of(ours, text), { atMost: 300 });
  report.expect("Next ticket, all parts ms", of(ours, all), { atMost: 600 });
  const ratio = (page: Timing[][], figure: (timing: Timing) => number) =>
    of(ours, figure) / of(page, figure);
  report.expect("Next ticket, first text, ours / React", ratio(react, text), { atMost: 0.9 });
  report.expect("Next ticket, all parts, ours / React", ratio(react, all), { atMost: 0.95 });
  report.expect("Next ticket, first text, ours / Garden", ratio(garden, text), { atMost: 0.7 });
  const proxied = of(ours, (timing) => timing.proxyCalls);
  report.expect("Next ticket, calls through Zendesk's proxy", proxied, { atMost: 0 });
  const firstBytes = median(take(ours, 0, (timing) => timing.bytes));
  report.expect("First ticket, bytes on the wire with the session", firstBytes, { atMost: 34_000 });
}

function take(
  rounds: readonly Timing[][],
  ticket: number,
  figure: (timing: Timing) => number,
): number[] {
  return rounds.map((each) => each[ticket]).filter((timing) => timing !== undefined).map(figure)
    .filter((each) => !Number.isNaN(each));
}
