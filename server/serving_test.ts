import { assertEquals, assertThrows } from "@std/assert";
import type { LogEntry } from "./options.ts";
import { keepServing, type Listening } from "./serving.ts";

/** What one start does: it listens until it is ended, or cannot listen. */
type Start = "listens" | "throws";

function serving(...starts: Start[]) {
  const log: LogEntry[] = [];
  const events: string[] = [];
  const servers: { end(error?: Error): void }[] = [];
  function start(): Listening {
    if (starts.shift() === "throws") throw new Deno.errors.AddrInUse("taken");
    const number = servers.length + 1;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    servers.push({ end: (error) => error === undefined ? resolve() : reject(error) });
    events.push(`start ${number}`);
    return {
      finished: promise,
      shutdown: () => {
        events.push(`shutdown ${number}`);
        resolve();
        return Promise.resolve();
      },
    };
  }
  const delay = (ms: number) => {
    events.push(`wait ${ms}`);
    return Promise.resolve();
  };
  const listening = () =>
    keepServing({ start, delay, log: (line) => log.push(line), now: () => 0 });
  return { listening, log, events, servers };
}

/** Lets follow what follows. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

Deno.test("a server that cannot accept closes what is idle and listens again", async () => {
  const { listening, log, events, servers } = serving("listens", "listens");
  const server = listening();
  servers[0]?.end(new Deno.errors.Http("Too many open files"));
  await turn();
  assertEquals(events, ["start 1", "shutdown 1", "wait 200", "start 2"]);
  assertEquals(log, [{ at: "1970-01-01T00:00:00.000Z", type: "not_accepting", error: "Http" }]);
  await server.shutdown();
  await server.finished;
});

Deno.test("a server that cannot listen again tries until it can", async () => {
  const { listening, log, events, servers } = serving("listens", "throws", "throws", "listens");
  const server = listening();
  servers[0]?.end(new Deno.errors.Http("Too many open files"));
  await turn();
  assertEquals(events.at(-1), "start 2");
  assertEquals(log.map(({ error }) => error), ["Http", "AddrInUse", "AddrInUse"]);
  await server.shutdown();
  await server.finished;
});

Deno.test("a server that is shut down does not listen again", async () => {
  const { listening, log, events } = serving("listens");
  const server = listening();
  await server.shutdown();
  await server.finished;
  assertEquals([events, log], [["start 1", "shutdown 1"], []]);
});

Deno.test("a server that cannot listen at its start does not wait for it", () => {
  const { listening } = serving("throws");
  assertThrows(listening, Deno.errors.AddrInUse);
});
