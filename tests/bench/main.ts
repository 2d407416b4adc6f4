/**
 * `deno task bench [--rounds N]`: our server beside the least that could do its work, in one run on
 * one machine. Ratios hold elsewhere, absolute figures do not. With `--browser` it measures what an
 * agent sees.
 */
import { parseArgs } from "node:util";
import { compareColdStart } from "./cold_start.ts";
import { measureLongHistory } from "./long_history.ts";
import { measureMemory } from "./memory.ts";
import { buildShell, createOurServer, FIELDS } from "./our_server.ts";
import { findFreePort, startProgram } from "./processes.ts";
import { createReport, type Report } from "./report.ts";
import { compareGrowth, compareThroughput, type Pair } from "./throughput.ts";

async function benchServers(report: Report, rounds: number): Promise<void> {
  const folder = await Deno.makeTempDir();
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => Deno.remove(folder, { recursive: true }));
  const [upstreamPort, proxyPort] = [findFreePort(), findFreePort()];
  const upstreamArgs = ["--allow-net", "tests/bench/upstream.ts", String(upstreamPort)];
  cleanUp.use(await startProgram(upstreamArgs, { port: upstreamPort }));
  const server = createOurServer({ upstreamPort, kvPath: `${folder}/kv.sqlite` });

  {
    await using cleanUpPair = new AsyncDisposableStack();
    cleanUpPair.use(await server.start());
    const upstream = `http://localhost:${upstreamPort}`;
    const proxyArgs = ["--allow-net", "tests/bench/proxy.ts", String(proxyPort), upstream, FIELDS];
    cleanUpPair.use(await startProgram(proxyArgs, { port: proxyPort }));
    await server.signIn();
    const pairOf = (path: string): Pair => {
      const requests = server.requests(path);
      return { ours: { port: server.port, requests }, proxy: { port: proxyPort, requests } };
    };
    for (const path of ["/recipient", "/communications"]) {
      await compareThroughput(report, { path, pair: pairOf(path), rounds });
    }
    await measureLongHistory(report, server);
    await compareGrowth(report, { path: "/recipient", pair: pairOf("/recipient"), rounds });
  }
  await compareColdStart(report, { server, rounds });
  await measureMemory(report, server);
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    browser: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20) {
  console.error("Cannot run the benchmark: --rounds is a whole number from 1 to 20");
  Deno.exit(2);
}
await buildShell();
const report = createReport(console.log);
await benchServers(report, rounds);
report.summary();
