import { assertEquals } from "@std/assert";
import { openAccount } from "./account.ts";
import { type ServerProcess, startServer } from "./server_process.ts";

const PRELOAD = ["--preload=tests/processes/locked_store_fixture.ts"];

/** What /readyz says, how often the store was tried, and how often it was given up. */
async function outcomeOf({ origin, lines }: ServerProcess) {
  const response = await fetch(`${origin}/readyz`);
  const { unusable } = await response.json();
  const count = (type: string) => lines.filter((line) => line.type === type).length;
  return {
    status: response.status,
    unusable,
    attempts: count("open_attempt"),
    givenUp: count("store_not_opened"),
  };
}

Deno.test("a store that is locked four times is opened by the fifth attempt", async () => {
  await using account = await openAccount();
  await using server = await startServer({ ...account.env, LOCKED_ATTEMPTS: "4" }, {
    denoFlags: PRELOAD,
  });

  assertEquals(await outcomeOf(server), { status: 200, unusable: [], attempts: 5, givenUp: 0 });
});

Deno.test("a store that is locked five times is given up, and the server says so", async () => {
  await using account = await openAccount();
  await using server = await startServer({ ...account.env, LOCKED_ATTEMPTS: "5" }, {
    denoFlags: PRELOAD,
  });

  assertEquals(await outcomeOf(server), {
    status: 503,
    unusable: ["store"],
    attempts: 5,
    givenUp: 1,
  });
});
