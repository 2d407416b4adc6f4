import type { Browser } from "playwright-core";
import { serve as serveZendesk } from "../../simulators/zendesk/main.ts";
import { launchChromium } from "../chromium.ts";
import { type AppName, reportTimings, TICKETS, type Timings } from "./browser_report.ts";
import { createOurServer, FIELDS } from "./our_server.ts";
import { bundlePage, type PageName } from "./page_bundle.ts";
import { findFreePort, startProgram } from "./processes.ts";
import type { Report } from "./report.ts";
import { timeTickets } from "./ticket_timing.ts";

const UPSTREAM_MS = [0, 150];

/** The parts of the comparison, each of which can be asked for alone: how long Agillic takes. */
export const BROWSER_PARTS: readonly string[] = UPSTREAM_MS.map((ms) => `${ms}ms`);

/** An app, and the Zendesk that shows it. */
type App = { name: AppName; app: string; zendesk: string };

/** What an agent waits for in Chromium, beside React pages in the same host. */
export async function benchBrowser(
  report: Report,
  { rounds, folder, wants }: { rounds: number; folder: string; wants: (part: string) => boolean },
): Promise<void> {
  await using cleanUp = new AsyncDisposableStack();
  const upstreamPort = findFreePort();
  const agillicArgs = ["--allow-all", "simulators/agillic/main.ts", `--port=${upstreamPort}`];
  cleanUp.use(await startProgram(agillicArgs, { port: upstreamPort }));
  const apps = [
    await showOurs(upstreamPort, folder, cleanUp),
    await showPage("react", upstreamPort, folder, cleanUp),
    await showPage("garden", upstreamPort, folder, cleanUp),
  ];

  await using browser = await launchChromium();
  for (const latencyMs of UPSTREAM_MS.filter((ms) => wants(`${ms}ms`))) {
    await setLatency(`http://localhost:${upstreamPort}`, latencyMs);
    reportTimings(report, latencyMs, await timeAll(browser, apps, rounds));
  }
}

async function showOurs(
  upstreamPort: number,
  folder: string,
  cleanUp: AsyncDisposableStack,
): Promise<App> {
  const port = findFreePort();
  const app = `http://localhost:${port}`;
  const zendesk = await serveZendesk({ backend: app, port: 0 });
  cleanUp.defer(() => zendesk.close());
  const server = createOurServer({
    port,
    upstreamPort,
    kvPath: `${folder}/kv.sqlite`,
    zendesk: zendesk.simulator,
    zendeskOrigin: zendesk.origin,
  });
  cleanUp.use(await server.start());
  return { name: "ours", app, zendesk: zendesk.origin };
}

async function showPage(
  name: PageName,
  upstreamPort: number,
  parent: string,
  cleanUp: AsyncDisposableStack,
): Promise<App> {
  const port = findFreePort();
  const app = `http://localhost:${port}`;
  const folder = `${parent}/${name}`;
  await bundlePage(name, folder);
  const upstream = `http://localhost:${upstreamPort}`;
  const looks = name === "react" ? "ours" : "its own";
  const args = ["tools/bench/page_server.ts", String(port), upstream, folder, FIELDS, looks];
  cleanUp.use(await startProgram(["--allow-all", ...args], { port }));
  const zendesk = await serveZendesk({ backend: app, port: 0 });
  cleanUp.defer(() => zendesk.close());
  return { name, app, zendesk: zendesk.origin };
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

async function timeAll(browser: Browser, apps: readonly App[], rounds: number): Promise<Timings> {
  const timings: Timings = { ours: [], react: [], garden: [] };
  // The first round only fills caches, ours and the machine's.
  for (let round = -1; round < rounds; round++) {
    // Each begins in turn, so that none always comes behind the same other one.
    const first = (round + apps.length) % apps.length;
    for (const { name, app, zendesk } of [...apps.slice(first), ...apps.slice(0, first)]) {
      const opened = await timeTickets(browser, { zendesk, app, tickets: TICKETS });
      if (round >= 0) timings[name].push(opened);
    }
  }
  return timings;
}
