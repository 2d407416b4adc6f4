import { runAgents, runAtRate } from "./load.ts";
import type { OurServer } from "./our_server.ts";
import { type Program, residentMegabytes } from "./processes.ts";
import type { Report } from "./report.ts";

const COUNT = 10_000;

/**
 * What 10,000 requests leave behind in a fresh process that has served as many: the heap's growth to
 * its working size comes before that, as the hand-written proxy beside it shows.
 */
export async function compareMemory(
  report: Report,
  { server, startProxy }: { server: OurServer; startProxy: () => Promise<Program> },
): Promise<void> {
  await using ours = await server.start();
  await using proxy = await startProxy();
  const requests = [...server.requests("/recipient"), ...server.requests("/communications")];
  const rows: string[][] = [];
  const measured: number[] = [];
  for (const served of [0, COUNT, 2 * COUNT]) {
    if (served > 0) {
      for (const { port } of [ours, proxy]) {
        await runAgents({ port, requests }, { agents: 8, count: COUNT });
      }
    }
    const megabytes = [await residentMegabytes(ours.pid), await residentMegabytes(proxy.pid)];
    measured.push(megabytes[0] ?? NaN);
    rows.push([served.toLocaleString("en"), ...megabytes.map((each) => each.toFixed(1))]);
  }
  report.table("Resident memory, MB", ["after requests", "our server", "proxy"], rows);
  const [, warm = NaN, after = NaN] = measured;
  report.expect("Memory grown by 10,000 requests, MB", after - warm, { atMost: 20 });
}

const MINUTES = 60;
const WARM_MINUTES = 10;
const PACE = { perSecond: 20, durationMs: 60_000 };

/** Whether memory stays where it is while a team works for an hour. */
export async function watchMemory(report: Report, server: OurServer): Promise<void> {
  await using ours = await server.start();
  const rows: string[][] = [];
  const measured: number[] = [];
  for (let minute = 1; minute <= MINUTES; minute++) {
    // A session does not last so long.
    await server.signIn();
    const requests = ["/sidebar", "/recipient", "/communications"]
      .flatMap((path) => server.requests(path));
    await runAtRate({ port: ours.port, requests }, PACE);
    const megabytes = await residentMegabytes(ours.pid);
    measured.push(megabytes);
    if (minute % WARM_MINUTES === 0) rows.push([String(minute), megabytes.toFixed(1)]);
  }
  report.table(`Resident memory at ${PACE.perSecond} requests/s, MB`, ["minutes", "MB"], rows);
  const [warm = NaN] = measured.slice(WARM_MINUTES - 1);
  const grown = Math.max(...measured.slice(WARM_MINUTES)) - warm;
  report.expect("Memory grown after the first ten minutes of an hour, MB", grown, { atMost: 20 });
}
