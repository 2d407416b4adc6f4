import { assertEquals, assertRejects } from "@std/assert";
import { type MutationOptions, runMutation, type Tally } from "./run.ts";
import { runDeno } from "./tree.ts";

const FILES = {
  "age.ts": `export function isAdult(age: number): boolean {
  return age >= 18;
}
`,
  "house.ts": `export { isAdult } from "./age.ts";\n`,
  "near_test.ts": `import { isAdult } from "./age.ts";
Deno.test("adult", () => { if (!isAdult(30)) throw new Error("wrong"); });
`,
  "below/far_test.ts": `import { isAdult } from "../house.ts";
Deno.test("child", () => { if (isAdult(17)) throw new Error("wrong"); });
`,
  "alone.ts": "export const alone = true;\n",
};

/** Runs in a project of these files, and gives what was printed and what is left of the files. */
async function mutateIn(
  files: Record<string, string>,
  options: Partial<MutationOptions> = {},
): Promise<{ tally: Tally; lines: string[]; after: Record<string, string> }> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${root}/below`);
    for (const [path, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${root}/${path}`, text);
    }
    const lines: string[] = [];
    const tally = await runMutation({
      root,
      paths: ["age.ts", "alone.ts"],
      most: 100,
      seed: 1,
      atOnce: 2,
      limitMs: 20_000,
      print: (line) => lines.push(line),
      ...options,
    });
    const after: Record<string, string> = {};
    for (const path of Object.keys(files)) after[path] = await Deno.readTextFile(`${root}/${path}`);
    return { tally, lines, after };
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("runMutation prints what no test notices, and leaves the tree as it was", async () => {
  const { tally, lines, after } = await mutateIn(FILES);

  assertEquals(after, FILES);
  assertEquals(lines.shift(), "alone.ts: no test imports it");
  assertEquals(lines.pop(), "2 killed, 2 survived, 0 timed out");
  assertEquals(lines.sort(), ["age.ts:2:14 >= → >", "age.ts:2:17 18 → 19"]);
  assertEquals(tally, { killed: 2, survived: 2, timedOut: 0 });
});

Deno.test("runMutation tries no more than it may", async () => {
  const { tally } = await mutateIn(FILES, { most: 1, atOnce: 1 });
  assertEquals(tally.killed + tally.survived + tally.timedOut, 1);
});

Deno.test("runMutation refuses when tests fail, or take too long, without any change", async () => {
  const withTest = (body: string) => ({ ...FILES, "near_test.ts": `import "./age.ts"; ${body}` });
  const broken = mutateIn(withTest('throw new Error("broken");'));
  await assertRejects(() => broken, Error, "without them the tests fail");
  const slow = mutateIn(withTest("for (;;);"), { limitMs: 2_000 });
  await assertRejects(() => slow, Error, "without them the tests take longer than --limit allows");
});

Deno.test("runDeno ends what takes too long, and says so", async () => {
  assertEquals(await runDeno(".", ["eval", "for (;;);"], 500), "timed out");
  assertEquals(await runDeno(".", ["eval", "Deno.exit(3)"], 20_000), "failed");
});
