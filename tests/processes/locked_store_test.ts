import { assertEquals } from "@std/assert";
import { openAccount } from "./account.ts";
import { type ServerProcess, startServer, until } from "./server_process.ts";

const PRELOAD = ["--preload=tests/processes/locked_store_fixture.ts"];

/** Status and what cannot be used. */
async function ask({ origin }: ServerProcess, path: string): Promise<[number, string[]]> {
  const response = await fetch(`${origin}${path}`);
  const { unusable } = await response.json();
  return [response.status, unusable];
}

function countLines({ lines }: ServerProcess, type: string): number {
  return lines.filter((line) => line.type === type).length;
}

Deno.test("a store that is locked four times is opened by the fifth attempt, within one request", async () => {
  await using account = await openAccount();
  await using server = await startServer({ ...account.env, LOCKED_ATTEMPTS: "4" }, {
    denoFlags: PRELOAD,
  });

  assertEquals(await ask(server, "/readyz/actions"), [200, []]);
  assertEquals([countLines(server, "open_attempt"), countLines(server, "store_away")], [5, 0]);
});

Deno.test("a store that is locked for long takes away nothing but actions, and is there again by itself", async () => {
  await using account = await openAccount();
  await using server = await startServer({ ...account.env, LOCKED_ATTEMPTS: "25" }, {
    denoFlags: PRELOAD,
  });

  assertEquals(await ask(server, "/readyz"), [200, []]);
  assertEquals(await ask(server, "/readyz/actions"), [503, ["store"]]);
  while (countLines(server, "store_back") === 0) await ask(server, "/readyz");
  await until(() => countLines(server, "store_back") === 1);

  assertEquals(await ask(server, "/readyz/actions"), [200, []]);
  assertEquals(countLines(server, "store_away"), 1);
});
