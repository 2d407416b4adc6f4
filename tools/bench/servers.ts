import manifest from "../../app-shell/package/manifest.json" with { type: "json" };
import { createZendeskSimulator } from "../../simulators/zendesk/app.ts";
import { compareColdStart } from "./cold_start.ts";
import { measureLongHistory } from "./long_history.ts";
import { compareMemory, watchMemory } from "./memory.ts";
import { createOurServer, FIELDS } from "./our_server.ts";
import { type Peer, startPeers } from "./peers.ts";
import { findFreePort, type Program, startProgram } from "./processes.ts";
import type { Report } from "./report.ts";
import { measureSize } from "./size.ts";
import { type Compared, compareGrowth, compareLatency, compareThroughput } from "./throughput.ts";

/** What peers answer, too. */
const PEER_PARTS = ["recipient", "communications", "sidebar"] as const;

/** The parts of the comparison, each of which can be asked for alone. */
export const SERVER_PARTS = [
  ...PEER_PARTS,
  "latency",
  "history",
  "growth",
  "start",
  "memory",
  "size",
  "hour",
] as const;

/** The name of one. */
export type ServerPart = typeof SERVER_PARTS[number];

/** Our server beside its peers, and beside the least that could do its work. */
export async function benchServers(
  report: Report,
  { rounds, folder, wants }: {
    rounds: number;
    folder: string;
    wants: (part: ServerPart) => boolean;
  },
): Promise<void> {
  if (wants("size")) await measureSize(report);
  const [port, upstreamPort, proxyPort] = [findFreePort(), findFreePort(), findFreePort()];
  const upstreamArgs = ["--allow-net", "tools/bench/upstream.ts", String(upstreamPort)];
  await using _upstream = await startProgram(upstreamArgs, { port: upstreamPort });
  const zendesk = createZendeskSimulator({
    origin: "http://localhost:8002",
    backend: `http://localhost:${port}`,
    manifest,
  });
  const upstream = `http://localhost:${upstreamPort}`;
  const proxyArgs = ["--allow-net", "tools/bench/proxy.ts", String(proxyPort), upstream, FIELDS];
  const startProxy = () => startProgram(proxyArgs, { port: proxyPort });
  const kvPath = `${folder}/kv.sqlite`;
  const server = createOurServer({ port, upstreamPort, kvPath, zendesk });
  {
    await using cleanUp = new AsyncDisposableStack();
    const ours = cleanUp.use(await server.start());
    const proxy = cleanUp.use(await startProxy());
    await server.signIn();
    const peers = PEER_PARTS.some(wants)
      ? await startPeers(report, { server, upstreamPort, folder }, cleanUp)
      : [];
    const comparedBy = (path: string) => compare(server.requests(path), { ours, peers, proxy });
    for (const part of PEER_PARTS.filter(wants)) {
      const path = `/${part}`;
      await compareThroughput(report, { path, compared: comparedBy(path), rounds });
    }
    const recipient = { path: "/recipient", compared: comparedBy("/recipient"), rounds };
    if (wants("latency")) await compareLatency(report, recipient);
    if (wants("history")) await measureLongHistory(report, server);
    if (wants("growth")) await compareGrowth(report, recipient);
  }
  if (wants("start")) await compareColdStart(report, { server, rounds });
  if (wants("memory")) await compareMemory(report, { server, startProxy });
  if (wants("hour")) await watchMemory(report, server);
}

/** The same requests for all. */
function compare(
  requests: Uint8Array[],
  { ours, peers, proxy }: { ours: Program; peers: readonly Peer[]; proxy: Program },
): Compared {
  return {
    ours: { title: "our server", ...ours, requests },
    peers: peers.map(({ title, program }) => ({ title, ...program, requests })),
    proxy: { title: "hand-written proxy", ...proxy, requests },
  };
}
