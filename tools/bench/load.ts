import { type Answer, Connection } from "./connection.ts";
import { percentile } from "./statistics.ts";

/** What a load was answered with: latencies in milliseconds. */
export type Load = { requestsPerSecond: number; p50: number; p99: number; count: number };

/** Where requests go, and the requests, taken in turn. */
export type Target = { port: number; requests: readonly Uint8Array[] };

/** No run may send more than this. */
const MAX_REQUESTS = 200_000;

/** Each agent asks again as soon as it is answered, until the time or the number is over. */
export async function runAgents(
  { port, requests }: Target,
  { agents, durationMs = 60_000, count = MAX_REQUESTS }: {
    agents: number;
    durationMs?: number;
    count?: number;
  },
): Promise<Load> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let sent = 0;
  await Promise.all(Array.from({ length: agents }, async () => {
    using connection = await Connection.open(port);
    while (sent < Math.min(count, MAX_REQUESTS) && performance.now() - startedAt < durationMs) {
      latencies.push(await time(connection, requestAt(requests, sent++)));
    }
  }));
  return toLoad(latencies, performance.now() - startedAt);
}

/** Requests leave at a fixed rate, whether those before them have been answered or not. */
export async function runAtRate(
  { port, requests }: Target,
  { perSecond, durationMs }: { perSecond: number; durationMs: number },
): Promise<Load> {
  const idle: Connection[] = [];
  const latencies: number[] = [];
  const startedAt = performance.now();
  const count = Math.floor(Math.min(perSecond * durationMs / 1000, MAX_REQUESTS));
  const answers: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const due = startedAt + index * 1000 / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    answers.push((async () => {
      const connection = idle.pop() ?? await Connection.open(port);
      latencies.push(await time(connection, requestAt(requests, index)));
      idle.push(connection);
    })());
  }
  await Promise.all(answers);
  const load = toLoad(latencies, performance.now() - startedAt);
  for (const connection of idle) connection.close();
  return load;
}

/** Sends one request on a connection of its own. */
export async function ask({ port, requests }: Target): Promise<Answer> {
  using connection = await Connection.open(port);
  return expectOk(await connection.send(requestAt(requests, 0)));
}

async function time(connection: Connection, request: Uint8Array): Promise<number> {
  const sentAt = performance.now();
  expectOk(await connection.send(request));
  return performance.now() - sentAt;
}

/** A figure for refusals would be worth nothing, so the first one ends the benchmark. */
function expectOk(answer: Answer): Answer {
  if (answer.status === 200) return answer;
  const text = new TextDecoder().decode(answer.body).slice(0, 1_000);
  throw new Error(`Cannot measure: the answer has status ${answer.status}: ${text}`);
}

function requestAt(requests: readonly Uint8Array[], index: number): Uint8Array {
  const request = requests[index % requests.length];
  if (request === undefined) throw new Error("Cannot measure: there is no request to send");
  return request;
}

function toLoad(latencies: number[], elapsedMs: number): Load {
  return {
    requestsPerSecond: latencies.length * 1000 / elapsedMs,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    count: latencies.length,
  };
}
