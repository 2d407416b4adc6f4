import manifest from "../../app-shell/package/manifest.json" with { type: "json" };
import { createZendeskSimulator } from "../../simulators/zendesk/app.ts";
import { compareColdStart } from "./cold_start.ts";
import { measureLongHistory } from "./long_history.ts";
import { compareMemory } from "./memory.ts";
import { createOurServer, FIELDS } from "./our_server.ts";
import { findFreePort, startProgram } from "./processes.ts";
import type { Report } from "./report.ts";
import { compareGrowth, compareThroughput, type Pair } from "./throughput.ts";

/** Our server beside the least that could do its work: throughput, growth, long history, start, memory. */
export async function benchServers(
  report: Report,
  { rounds, folder }: { rounds: number; folder: string },
): Promise<void> {
  const [port, upstreamPort, proxyPort] = [findFreePort(), findFreePort(), findFreePort()];
  const upstreamArgs = ["--allow-net", "tools/bench/upstream.ts", String(upstreamPort)];
  await using _upstream = await startProgram(upstreamArgs, { port: upstreamPort });
  const zendesk = createZendeskSimulator({
    origin: "http://localhost:8002",
    backend: `http://localhost:${port}`,
    manifest,
  });
  const kvPath = `${folder}/kv.sqlite`;
  const upstream = `http://localhost:${upstreamPort}`;
  const proxyArgs = ["--allow-net", "tools/bench/proxy.ts", String(proxyPort), upstream, FIELDS];
  const startProxy = () => startProgram(proxyArgs, { port: proxyPort });
  const server = createOurServer({ port, upstreamPort, kvPath, zendesk });
  {
    await using ours = await server.start();
    await using proxy = await startProxy();
    await server.signIn();
    const pairOf = (path: string): Pair => {
      const requests = server.requests(path);
      return { ours: { ...ours, requests }, proxy: { ...proxy, requests } };
    };
    for (const path of ["/recipient", "/communications"]) {
      await compareThroughput(report, { path, pair: pairOf(path), rounds });
    }
    await measureLongHistory(report, server);
    await compareGrowth(report, { path: "/recipient", pair: pairOf("/recipient"), rounds });
  }
  await compareColdStart(report, { server, rounds });
  await compareMemory(report, { server, startProxy });
}
