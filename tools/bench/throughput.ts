import { ask, type Load, runAgents, runAtRate, type Target } from "./load.ts";
import { FLOOR } from "./peers.ts";
import { processorMs } from "./processes.ts";
import type { Report } from "./report.ts";
import { median, showRounds } from "./statistics.ts";

/** A server that runs, and what is asked of it. */
export type Running = Target & { title: string; pid: number };

/** What is compared: our server, what bounds it, and the physical limit. */
export type Compared = { ours: Running; peers: readonly Running[]; proxy: Running };

const WARM_UP = { agents: 8, count: 3_000, durationMs: 10_000 };
const ROUND = { agents: 8, durationMs: 1_500 };
const RATE = { perSecond: 50, durationMs: 4_000 };

/** Requests a second and processor time at full load. */
export async function compareThroughput(
  report: Report,
  { path, compared, rounds }: { path: string; compared: Compared; rounds: number },
): Promise<void> {
  const { ours, peers, proxy } = compared;
  const servers = [ours, ...peers, proxy];
  const loads = await inTurn(servers, rounds, runFully);
  const rows = await Promise.all(servers.map(async (server) => {
    const of = (figure: (load: FullLoad) => number, digits: number) =>
      showRounds(loadsOf(loads, server).map(figure), digits);
    return [
      server.title,
      of((load) => load.requestsPerSecond, 0),
      of((load) => load.processorUs, 0),
      of((load) => load.p50, 2),
      of((load) => load.p99, 2),
      (await ask(server)).body.length.toLocaleString("en"),
    ];
  }));
  report.table(
    `GET ${path}: ${ROUND.agents} agents at once`,
    ["", "requests/s", "processor µs each", "p50 ms", "p99 ms", "bytes"],
    rows,
  );
  if (path === "/sidebar") return;
  for (const peer of peers) {
    const used = (server: Running) =>
      median(loadsOf(loads, server).map((load) => load.processorUs));
    const atMost = peer.title === FLOOR ? 1.3 : 1;
    report.expect(`GET ${path} processor time, ours / ${peer.title}`, used(ours) / used(peer), {
      atMost,
    });
  }
}

/** What our server adds to the proxy's latency at the pace of a busy team. */
export async function compareLatency(
  report: Report,
  { path, compared: { ours, proxy }, rounds }: { path: string; compared: Compared; rounds: number },
): Promise<void> {
  const servers = [ours, proxy];
  const loads = await inTurn(servers, rounds, (target) => runAtRate(target, RATE));
  report.table(
    `GET ${path}: ${RATE.perSecond} requests/s`,
    ["", "p50 ms", "p99 ms"],
    servers.map((server) => [
      server.title,
      showRounds(loadsOf(loads, server).map((load) => load.p50), 2),
      showRounds(loadsOf(loads, server).map((load) => load.p99), 2),
    ]),
  );
  const [own = [], least = []] = servers.map((server) => loadsOf(loads, server));
  const added = median(own.map((load, round) => load.p99 - (least[round]?.p99 ?? NaN)));
  report.expect(`GET ${path} p99 added at ${RATE.perSecond} requests/s, ms`, added, { atMost: 10 });
}

type FullLoad = Load & { processorUs: number };

/** With the processor time that a request takes, which other work on the machine hardly changes. */
async function runFully(target: Running): Promise<FullLoad> {
  const before = await processorMs(target.pid);
  const load = await runAgents(target, ROUND);
  const usedMs = await processorMs(target.pid) - before;
  return { ...load, processorUs: usedMs * 1_000 / load.count };
}

/** Latency and throughput from one agent to 64. */
export async function compareGrowth(
  report: Report,
  { path, compared: { ours, proxy }, rounds }: { path: string; compared: Compared; rounds: number },
): Promise<void> {
  const rows: string[][] = [];
  for (const agents of [1, 4, 16, 64]) {
    const load = { agents, durationMs: 1_000 };
    const loads = await inTurn([ours, proxy], rounds, (target) => runAgents(target, load));
    const show = (of: (load: Load) => number, digits: number) =>
      [ours, proxy].map((server) => showRounds(loadsOf(loads, server).map(of), digits));
    rows.push([
      String(agents),
      ...show((load) => load.requestsPerSecond, 0),
      ...show((load) => load.p50, 1),
      ...show((load) => load.p99, 1),
    ]);
  }
  report.table(
    `Growth: GET ${path} by agents at once (our server keeps at most 16 calls to Agillic in flight)`,
    ["agents", "ours/s", "proxy/s", "ours p50 ms", "proxy p50 ms", "ours p99 ms", "proxy p99 ms"],
    rows,
  );
}

function loadsOf<Each>(loads: ReadonlyMap<Running, Each[]>, server: Running): readonly Each[] {
  return loads.get(server) ?? [];
}

/** Round after round, each time all of them, so that what else the machine does meets all alike. */
async function inTurn<Result>(
  servers: readonly Running[],
  rounds: number,
  run: (target: Running) => Promise<Result>,
): Promise<Map<Running, Result[]>> {
  const results = new Map(servers.map((server) => [server, Array<Result>()]));
  for (const server of servers) await runAgents(server, WARM_UP);
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) results.get(server)?.push(await run(server));
  }
  return results;
}
