import { assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { copy, SHELL_SOURCES } from "../copied_tree_fixture.ts";
import { openAccount } from "./account.ts";
import { awaitStart } from "./server_process.ts";

const FOLDER = "blå bær & 100% æøå";

Deno.test("every task works from a folder whose path has spaces, signs and letters of its own", async () => {
  await using account = await openAccount();
  await using tree = await copy({ folderName: FOLDER, more: SHELL_SOURCES });
  const env = { ...account.env, PORT: "0", KV_PATH: `${tree.folder}/kv æ.sqlite` };
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
  const server = await awaitStart(started);
  const { script } = JSON.parse(
    await Deno.readTextFile(`${tree.folder}/app-shell/dist/assets.json`),
  );
  for (const path of ["readyz/actions", `assets/${script}`]) {
    const answer = await fetch(`${server.origin}/${path}`);
    await answer.body?.cancel();
    assertEquals([path, answer.status], [path, 200]);
  }
  await server.stop();
});
