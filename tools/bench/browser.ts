import { serve as serveZendesk, type ServedZendesk } from "../../simulators/zendesk/main.ts";
import type { Browser } from "playwright-core";
import { launchChromium } from "../chromium.ts";
import { createOurServer, FIELDS } from "./our_server.ts";
import { findFreePort, startProgram } from "./processes.ts";
import { bundleReactPage } from "./react_bundle.ts";
import type { Report } from "./report.ts";
import { median, showRounds } from "./statistics.ts";
import { timeTickets, type Timing } from "./ticket_timing.ts";

/** Two who have fields and communications; the second has more of them. */
const TICKETS = [101, 105];
const WHICH = ["first ticket", "next ticket"];
const UPSTREAM_MS = [0, 150];

/** The parts of the comparison, each of which can be asked for alone: how long Agillic takes. */
export const BROWSER_PARTS = ["0ms", "150ms"] as const;

const NAMES = ["ours", "react"] as const;
type AppName = typeof NAMES[number];
const TITLES: Record<AppName, string> = { ours: "our sidebar", react: "React page" };

/** An app and the Zendesk that shows it. */
type App = { name: AppName; app: string; zendesk: ServedZendesk };

/** What an agent waits for in Chromium, beside a React page in the same host. */
export async function benchBrowser(
  report: Report,
  { rounds, folder, wants }: { rounds: number; folder: string; wants: (part: string) => boolean },
): Promise<void> {
  await using cleanUp = new AsyncDisposableStack();
  const [port, reactPort, upstreamPort] = [findFreePort(), findFreePort(), findFreePort()];
  const upstream = `http://localhost:${upstreamPort}`;
  const agillicArgs = ["--allow-all", "simulators/agillic/main.ts", `--port=${upstreamPort}`];
  cleanUp.use(await startProgram(agillicArgs, { port: upstreamPort }));
  const ours = await showInZendesk("ours", port, cleanUp);
  const react = await showInZendesk("react", reactPort, cleanUp);
  const server = createOurServer({
    port,
    upstreamPort,
    kvPath: `${folder}/kv.sqlite`,
    zendesk: ours.zendesk.simulator,
    zendeskOrigin: ours.zendesk.origin,
  });
  cleanUp.use(await server.start());
  await bundleReactPage(folder);
  const reactArgs = ["tools/bench/react_server.ts", String(reactPort), upstream, folder, FIELDS];
  cleanUp.use(await startProgram(["--allow-all", ...reactArgs], { port: reactPort }));

  await using browser = await launchChromium();
  for (const latencyMs of UPSTREAM_MS.filter((ms) => wants(`${ms}ms`))) {
    await setLatency(upstream, latencyMs);
    const timings = await timeAll(browser, [ours, react], rounds);
    showTimings(report, latencyMs, timings);
    if (latencyMs === 0) expectFast(report, timings);
  }
}

async function showInZendesk(
  name: AppName,
  port: number,
  cleanUp: AsyncDisposableStack,
): Promise<App> {
  const app = `http://localhost:${port}`;
  const zendesk = await serveZendesk({ backend: app, port: 0 });
  cleanUp.defer(() => zendesk.close());
  return { name, app, zendesk };
}

async function setLatency(agillic: string, latencyMs: number): Promise<void> {
  const answer = await fetch(`${agillic}/_simulator/switches`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ latencyMs }),
  });
  if (!answer.ok) throw new Error(`Cannot set the latency: ${await answer.text()}`);
  await answer.body?.cancel();
}

/** The timings of each app, round by round, each the first ticket and the next. */
type Timings = Record<AppName, Timing[][]>;

async function timeAll(browser: Browser, apps: readonly App[], rounds: number): Promise<Timings> {
  const timings: Timings = { ours: [], react: [] };
  // The first round only fills caches, ours and the machine's.
  for (let round = -1; round < rounds; round++) {
    for (const { name, app, zendesk } of apps) {
      const both = await timeTickets(browser, { zendesk: zendesk.origin, app, tickets: TICKETS });
      if (round >= 0) timings[name].push(both);
    }
  }
  return timings;
}

function showTimings(report: Report, latencyMs: number, timings: Timings): void {
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
  report.table(
    `In Chromium at 10 Mbit/s, 40 ms, CPU×4; Agillic answers after ${latencyMs} ms`,
    ["", "skeleton ms", "first text ms", "all parts ms", "bytes", "requests", "proxy calls"],
    rows,
  );
}

function expectFast(report: Report, { ours, react }: Timings): void {
  const next = WHICH.indexOf("next ticket");
  const of = (rounds: Timing[][], figure: (timing: Timing) => number) =>
    median(take(rounds, next, figure));
  const text = (timing: Timing) => timing.textMs;
  const all = (timing: Timing) => timing.allMs;
  report.expect("Next ticket, first text ms", of(ours, text), { atMost: 300 });
  report.expect("Next ticket, all parts ms", of(ours, all), { atMost: 600 });
  const textRatio = of(ours, text) / of(react, text);
  const allRatio = of(ours, all) / of(react, all);
  report.expect("Next ticket, first text, ours / React", textRatio, { atMost: 0.7 });
  report.expect("Next ticket, all parts, ours / React", allRatio, { atMost: 0.7 });
  const proxied = of(ours, (timing) => timing.proxyCalls);
  report.expect("Next ticket, calls through Zendesk's proxy", proxied, { atMost: 0 });
}

function take(
  rounds: readonly Timing[][],
  ticket: number,
  figure: (timing: Timing) => number,
): number[] {
  return rounds.map((both) => both[ticket]).filter((timing) => timing !== undefined).map(figure);
}
