import { assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { openAccount } from "./account.ts";

Deno.test({
  name: "deno task start hands SIGTERM on to the server, and ends as it ends",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using account = await openAccount();
    await using task = new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "start"],
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: { ...account.env, PORT: "0" },
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const output = task.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const { value: first = "" } = await output.read();
    assertMatch(first, /"type":"started"/);

    task.kill("SIGTERM");
    const { code } = await task.status;

    const { value: last = "" } = await output.read();
    assertMatch(last, /"type":"stopping"/);
    assertEquals(code, 0);
    await output.cancel();
  },
});
