import { assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { copy } from "../copied_tree_fixture.ts";
import { findFreePort } from "../../tools/bench/processes.ts";
import { openAccount } from "./account.ts";
import { wait } from "./server_process.ts";

const FOLDER = "blå bær & 100% æøå";
const SHELL = ["app-shell/build.ts", "app-shell/licences.ts", "app-shell/frame"];

Deno.test("every task works from a folder whose path has spaces, signs and letters of its own", async () => {
  await using account = await openAccount();
  await using tree = await copy({ folderName: FOLDER, more: SHELL });
  const port = findFreePort();
  const env = { ...account.env, PORT: String(port), KV_PATH: `${tree.folder}/kv æ.sqlite` };
  const task = (...args: string[]) =>
    new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", ...args],
      cwd: tree.folder,
      env,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await task(...args).output();
    return {
      code,
      output: [stdout, stderr].map((each) => new TextDecoder().decode(each)).join(""),
    };
  };

  assertEquals(await run("build"), { code: 0, output: "" });
  const packaged = await run("package", "--backend", "https://agillic.example.com", "--out", "æ ø");
  assertEquals(packaged.code, 0);
  assertStringIncludes(packaged.output, "Wrote æ ø/agillic-zendesk-agillic.example.com-");
  assertEquals((await run("keys")).code, 0);
  await Deno.writeTextFile(`${tree.folder}/å 1.json`, JSON.stringify(DEFAULT_SETTINGS));
  const checked = await run("doctor", "--settings", "å 1.json");
  assertEquals(checked.code, 0, checked.output);
  assertStringIncludes(checked.output, "✓ Store for actions");

  await using started = task("start").spawn();
  const drained = Promise.all(
    [started.stdout, started.stderr].map((each) => new Response(each).text()),
  );
  try {
    await answersAt(`http://localhost:${port}/healthz`);
    const { script } = JSON.parse(
      await Deno.readTextFile(`${tree.folder}/app-shell/dist/assets.json`),
    );
    for (const path of ["readyz/actions", `assets/${script}`]) {
      const answer = await fetch(`http://localhost:${port}/${path}`);
      await answer.body?.cancel();
      assertEquals([path, answer.status], [path, 200]);
    }
  } finally {
    started.kill("SIGTERM");
    await drained;
  }
});

/** Waits until it answers. */
async function answersAt(url: string): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  while (Date.now() < giveUpAt) {
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(50);
  }
  throw new Error(`Cannot go on: ${url} does not answer`);
}
