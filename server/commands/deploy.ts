import { delay } from "../delay.ts";
import { NO_PROGRAM, type Run, type RunResult, withoutSecrets } from "./deploy_run.ts";
import { runDeploy } from "./deploy_steps.ts";

const ROOT = new URL("../..", import.meta.url);

/** Runs a program in the repository's folder; `deno` is the one that runs this. */
export const run: Run = async (
  [program = "", ...args],
  { folder, live, trusted } = {},
): Promise<RunResult> => {
  const env = Deno.env.toObject();
  const command = new Deno.Command(program === "deno" ? Deno.execPath() : program, {
    args,
    cwd: folder ?? ROOT,
    clearEnv: true,
    env: trusted ? env : withoutSecrets(env),
    stdin: "null",
    stdout: live ? "inherit" : "piped",
    stderr: live ? "inherit" : "piped",
  });
  try {
    const output = await command.output();
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return live
      ? { code: output.code, stdout: "", stderr: "" }
      : { code: output.code, stdout: decode(output.stdout), stderr: decode(output.stderr) };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { code: NO_PROGRAM, stdout: "", stderr: `${program} is not installed` };
  }
};

async function main(): Promise<number> {
  const denoJson = new URL("deno.json", ROOT);
  const emptyFolder = await Deno.makeTempDir();
  try {
    return await runDeploy(Deno.args, {
      env: Deno.env.toObject(),
      run,
      denoJson: {
        read: () => Deno.readTextFile(denoJson),
        write: (text) => Deno.writeTextFile(denoJson, text),
      },
      emptyFolder,
      fetch,
      elapsed: () => performance.now(),
      delay,
      print: console.log,
      printError: console.error,
    });
  } finally {
    await Deno.remove(emptyFolder, { recursive: true });
  }
}

if (import.meta.main) Deno.exit(await main());
