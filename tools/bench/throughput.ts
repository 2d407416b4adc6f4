import { ask, type Load, runAgents, runAtRate, type Target } from "./load.ts";
import { processorMs } from "./processes.ts";
import type { Report } from "./report.ts";
import { median, showRounds } from "./statistics.ts";

/** A server that runs. */
export type Running = Target & { pid: number };

/** The two servers that are compared. */
export type Pair = { ours: Running; proxy: Running };

const WARM_UP = { agents: 8, count: 1_000 };
const ROUND = { agents: 8, durationMs: 3_000 };
const RATE = { perSecond: 50, durationMs: 6_000 };

/** Requests a second at full load, then the latency at 50 requests a second. */
export async function compareThroughput(
  report: Report,
  { path, pair, rounds }: { path: string; pair: Pair; rounds: number },
): Promise<void> {
  const full = await inTurn(pair, rounds, runFully);
  const rate = await inTurn(pair, rounds, (target) => runAtRate(target, RATE));
  const bytes = {
    ours: (await ask(pair.ours)).body.length,
    proxy: (await ask(pair.proxy)).body.length,
  };
  report.table(
    `GET ${path}: ${ROUND.agents} agents at once, then ${RATE.perSecond} requests/s`,
    ["", "requests/s", "processor µs each", "p50 ms", "p99 ms", "p99 ms at 50/s", "bytes"],
    (["ours", "proxy"] as const).map((who) => [
      who === "ours" ? "our server" : "hand-written proxy",
      showRounds(full[who].map((load) => load.requestsPerSecond)),
      showRounds(full[who].map((load) => load.processorUs)),
      showRounds(full[who].map((load) => load.p50), 2),
      showRounds(full[who].map((load) => load.p99), 2),
      showRounds(rate[who].map((load) => load.p99), 2),
      bytes[who].toLocaleString("en"),
    ]),
  );
  const ratio = median(
    full.ours.map((load, round) =>
      load.requestsPerSecond / (full.proxy[round]?.requestsPerSecond ?? NaN)
    ),
  );
  const added = median(rate.ours.map((load, round) => load.p99 - (rate.proxy[round]?.p99 ?? NaN)));
  report.note(`ours / proxy: ${ratio.toFixed(2)}; p99 added at 50/s: ${added.toFixed(2)} ms`);
  if (path !== "/recipient") return;
  report.expect("GET /recipient requests/s, ours / proxy (aim 0.8)", ratio, { atLeast: 0.6 });
  report.expect("GET /recipient p99 added at 50 requests/s, ms", added, { atMost: 10 });
}

/** With the processor time that a request takes, which other work on the machine hardly changes. */
async function runFully(target: Running): Promise<Load & { processorUs: number }> {
  const before = await processorMs(target.pid);
  const load = await runAgents(target, ROUND);
  const usedMs = await processorMs(target.pid) - before;
  return { ...load, processorUs: usedMs * 1_000 / load.count };
}

/** Latency and throughput from one agent to 64. */
export async function compareGrowth(
  report: Report,
  { path, pair, rounds }: { path: string; pair: Pair; rounds: number },
): Promise<void> {
  const rows: string[][] = [];
  for (const agents of [1, 4, 16, 64]) {
    const loads = await inTurn(
      pair,
      rounds,
      (target) => runAgents(target, { agents, durationMs: 1_500 }),
    );
    const show = (of: (load: Load) => number, digits: number) =>
      (["ours", "proxy"] as const).map((who) => showRounds(loads[who].map(of), digits));
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

/** Round after round, each time both, so that what else the machine does meets both alike. */
async function inTurn<Result>(
  { ours, proxy }: Pair,
  rounds: number,
  run: (target: Running) => Promise<Result>,
): Promise<{ ours: Result[]; proxy: Result[] }> {
  await runAgents(ours, WARM_UP);
  await runAgents(proxy, WARM_UP);
  const results: { ours: Result[]; proxy: Result[] } = { ours: [], proxy: [] };
  for (let round = 0; round < rounds; round++) {
    results.ours.push(await run(ours));
    results.proxy.push(await run(proxy));
  }
  return results;
}
