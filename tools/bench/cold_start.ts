import { ask } from "./load.ts";
import type { OurServer } from "./our_server.ts";
import { findFreePort, startProgram } from "./processes.ts";
import type { Report } from "./report.ts";
import { median, showRounds } from "./statistics.ts";

/** From starting the process to the first answer, in turn with the least that Hono can serve. */
export async function compareColdStart(
  report: Report,
  { server, rounds }: { server: OurServer; rounds: number },
): Promise<void> {
  const hello: number[] = [];
  const health: number[] = [];
  const recipient: number[] = [];
  // The first of each only fills the caches of Deno and of the machine.
  for (let round = -1; round < rounds; round++) {
    const port = findFreePort();
    const args = ["--allow-net", "tools/bench/hello.ts", String(port)];
    await using least = await startProgram(args, { port });
    const startedAt = performance.now();
    await using ours = await server.start();
    await ask({ port: server.port, requests: server.requests("/recipient") });
    const recipientMs = performance.now() - startedAt;
    if (round < 0) continue;
    hello.push(least.startMs);
    health.push(ours.startMs);
    recipient.push(recipientMs);
  }
  report.table("Cold start to the first answer, ms", ["", "ms"], [
    ["Hono hello world", showRounds(hello)],
    ["our server, /healthz", showRounds(health)],
    ["our server, the first GET /recipient", showRounds(recipient)],
  ]);
  const later = median(recipient.map((ms, round) => ms - (health[round] ?? NaN)));
  const ratio = median(health) / median(hello);
  report.expect("Cold start, ours / Hono hello world", ratio, { atMost: 1.6 });
  report.expect("The first GET /recipient after that, ms", later, { atMost: 250 });
}
