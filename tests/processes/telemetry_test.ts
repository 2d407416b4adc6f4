import { assert, assertEquals, assertFalse, assertMatch } from "@std/assert";
import { actionIn } from "../journeys/answers.ts";
import { openAccount, signIn } from "./account.ts";
import { spawnServer, startServer, until } from "./server_process.ts";

// As far as they are the same in plain text, percent-encoded and upper case.
const ADDRESS = /mette|example\.dk/i;
// A trace that whoever asks has begun, and wants to have whole.
const SAMPLED = { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };

/** Records all that is exported, by path. */
function openCollector(): AsyncDisposable & {
  env: Record<string, string>;
  textOf(path: string): string;
} {
  const bodies = new Map<string, string>();
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const { pathname } = new URL(request.url);
    // One character a byte: protobuf has its texts as they are.
    const text = new TextDecoder("latin1").decode(await request.arrayBuffer());
    bodies.set(pathname, (bodies.get(pathname) ?? "") + text);
    return new Response();
  });
  return {
    env: {
      OTEL_DENO: "true",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.addr.port}`,
      OTEL_METRIC_EXPORT_INTERVAL: "200",
      OTEL_BLRP_SCHEDULE_DELAY: "100",
      OTEL_BSP_SCHEDULE_DELAY: "100",
    },
    textOf: (path) => bodies.get(path) ?? "",
    [Symbol.asyncDispose]: async () => await server.shutdown(),
  };
}

/** What arrives of a sidebar and an event, by signal. */
async function exportedWith(env: Record<string, string>) {
  await using account = await openAccount();
  await using collector = openCollector();
  await using server = await startServer({ ...account.env, ...collector.env, ...env });
  const agent = await signIn(account, server.origin);
  const sidebar = await agent.get(server.origin, "/sidebar", SAMPLED);
  const posted = await agent.post(server.origin, "/events/1", actionIn(await sidebar.text()));
  assertEquals([sidebar.status, posted.status], [200, 200]);
  await posted.body?.cancel();
  await until(() => collector.textOf("/v1/logs").includes("/events/:slot"));
  await until(() => collector.textOf("/v1/metrics").includes("http.server"));
  server.kill("SIGTERM");
  await server.ended;
  return {
    logs: collector.textOf("/v1/logs"),
    metrics: collector.textOf("/v1/metrics"),
    traces: collector.textOf("/v1/traces"),
  };
}

Deno.test("metrics and logs are exported without traces, and name nobody", async () => {
  const { logs, metrics, traces } = await exportedWith({ OTEL_TRACES_SAMPLER: "always_off" });
  assertMatch(logs, /"route":"\/sidebar"/);
  assertMatch(metrics, /http\.server\.request\.duration/);
  assertEquals(traces, "");
  assertFalse(ADDRESS.test(logs) || ADDRESS.test(metrics));
});

Deno.test("the traces of Deno Deploy hold addresses, as the documents say", async () => {
  const { logs, metrics, traces } = await exportedWith({ DENO_DEPLOY: "true" });
  assert(ADDRESS.test(traces));
  assertFalse(ADDRESS.test(logs) || ADDRESS.test(metrics));
});

Deno.test("a server that would export traces does not start", async () => {
  await using account = await openAccount();
  await using server = spawnServer({ ...account.env, OTEL_DENO: "true" });
  const { code, errors } = await server.ended;
  assertEquals([code, server.lines], [1, []]);
  assertMatch(errors, /Set OTEL_TRACES_SAMPLER=always_off\./);
});
