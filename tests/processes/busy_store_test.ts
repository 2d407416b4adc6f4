import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import type { Acting, Happened } from "./acting_fixture.ts";

// By hand: LOAD_SECONDS=30.
const SECONDS = Number(Deno.env.get("LOAD_SECONDS") ?? 3);
const A_SECOND = 10;
const PROGRAM = fileURLToPath(new URL("acting_fixture.ts", import.meta.url));

/** A process under way; `sent` resolves when it has sent so many. */
function start(acting: Acting) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", PROGRAM, JSON.stringify(acting)],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const happened: Happened[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const ended = (async () => {
    let rest = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      happened.push(...lines.map((line) => JSON.parse(line)));
      const { length } = happened.filter(({ type }) => type === "sent");
      for (const { count, resolve } of waiting) if (length >= count) resolve();
    }
    await child.status;
    return happened;
  })();
  return {
    ended,
    kill: () => child.kill("SIGKILL"),
    sent: (count: number) => new Promise<void>((resolve) => waiting.push({ count, resolve })),
  };
}

async function inFolder(run: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(`${folder}/kv.sqlite3`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function countSends(happened: readonly Happened[]): Map<string | undefined, number> {
  const sends = new Map<string | undefined, number>();
  for (const { type, nonce } of happened) {
    if (type === "sent") sends.set(nonce, (sends.get(nonce) ?? 0) + 1);
  }
  return sends;
}

Deno.test(`two processes on one file at ${2 * A_SECOND} actions a second refuse none, lose no outcome, send none twice`, async () => {
  await inFolder(async (path) => {
    const count = SECONDS * A_SECOND;
    // Both are given every action, those of a second at once, and both open the new file at the same moment.
    const acting = { path, count, atOnce: A_SECOND, everyMs: 1_000, aheadMs: 0 };
    const happened = (await Promise.all([start(acting).ended, start(acting).ended])).flat();

    const faults = happened.filter(({ type }) => type !== "sent" && type !== "ended");
    assertEquals(faults, []);
    const ends = happened.filter(({ type }) => type === "ended");
    assertEquals([ends.length, new Set(ends.map(({ status }) => status))], [
      2 * count,
      new Set(["done"]),
    ]);
    assertEquals(ends.filter(({ repeated }) => repeated === false).length, count);
    assertEquals([...countSends(happened).values()], Array(count).fill(1));
  });
});

for (const sends of [1, 2, 7]) {
  Deno.test(`a process killed after it has sent ${sends} leaves none to be sent twice`, async () => {
    await inFolder(async (path) => {
      const acting = { path, count: 30, atOnce: 1, everyMs: 5, aheadMs: 0 };
      const killed = start(acting);
      await killed.sent(sends);
      killed.kill();
      const before = await killed.ended;
      // By its clock, whatever was under way must be over.
      const after = await start({ ...acting, aheadMs: 11_000 }).ended;

      const counts = countSends([...before, ...after]);
      assertEquals(new Set(counts.values()), new Set([1]));
      const ends = after.filter(({ type }) => type === "ended");
      assertEquals(ends.length, 30);
      // What was sent before is known to be done, or not known; it is never tried again.
      for (const { nonce, status, repeated } of ends) {
        const wasSent = before.some((line) => line.type === "sent" && line.nonce === nonce);
        if (wasSent) assertEquals([status === "failed", repeated], [false, true]);
      }
    });
  });
}
