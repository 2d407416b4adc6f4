import { runAgents } from "./load.ts";
import type { OurServer } from "./our_server.ts";
import { residentMegabytes } from "./processes.ts";
import type { Report } from "./report.ts";

const WARM_UP = 1_000;
const COUNT = 10_000;

/** What 10,000 requests leave behind in a fresh process. */
export async function measureMemory(report: Report, server: OurServer): Promise<void> {
  await using process = await server.start();
  const requests = [...server.requests("/recipient"), ...server.requests("/communications")];
  const target = { port: server.port, requests };
  const started = await residentMegabytes(process.pid);
  await runAgents(target, { agents: 8, count: WARM_UP });
  const warm = await residentMegabytes(process.pid);
  await runAgents(target, { agents: 8, count: COUNT });
  const after = await residentMegabytes(process.pid);
  report.table("Resident memory, MB", ["", "MB"], [
    ["started", started.toFixed(1)],
    [`after ${WARM_UP.toLocaleString("en")} requests`, warm.toFixed(1)],
    [`after ${COUNT.toLocaleString("en")} more`, after.toFixed(1)],
  ]);
  report.expect("Memory grown by 10,000 requests, MB", after - warm, { atMost: 20 });
}
