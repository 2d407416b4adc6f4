/** The container's steps without a container: `deno task image --out FOLDER`. */
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFlags } from "../../server/commands/flags.ts";
import { parseIgnored, parseStage, type Step } from "./dockerfile.ts";

const USAGE = "deno task image --out FOLDER";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Performs what the Dockerfile's stage "build" says, in an empty folder in place of /app. */
export async function makeImage(out: string): Promise<void> {
  await Deno.mkdir(out, { recursive: true });
  for await (const _ of Deno.readDir(out)) {
    throw new Error(`Cannot use ${out}: it is not empty: name a new folder, or empty it.`);
  }
  const read = (name: string) => Deno.readTextFile(join(ROOT, name));
  const isIgnored = parseIgnored(await read(".dockerignore"));
  for (const step of parseStage(await read("Dockerfile"), "build")) {
    await perform(step, { out, isIgnored });
  }
}

type Place = { out: string; isIgnored: (path: string) => boolean };

async function perform({ instruction, argument }: Step, { out, isIgnored }: Place): Promise<void> {
  // The folder is in its place.
  if (instruction === "WORKDIR") return;
  if (instruction === "RUN") return await run(argument, out);
  if (instruction !== "COPY") throw new Error(`Cannot perform ${instruction} without a container`);
  const paths = argument.split(/\s+/);
  const to = paths.pop() ?? "";
  for (const path of paths) {
    const target = to.endsWith("/") ? join(out, to, path) : join(out, to);
    await copy(path, target, isIgnored);
  }
}

/** Copies a file, or what is in a folder, of the project. */
async function copy(
  path: string,
  target: string,
  isIgnored: Place["isIgnored"],
): Promise<void> {
  if (isIgnored(path)) return;
  const source = join(ROOT, path);
  if (!(await Deno.stat(source)).isDirectory) {
    await Deno.mkdir(dirname(target), { recursive: true });
    return await Deno.copyFile(source, target);
  }
  for await (const { name } of Deno.readDir(source)) {
    await copy(`${path}/${name}`, join(target, name), isIgnored);
  }
}

async function run(line: string, folder: string): Promise<void> {
  const path = `${dirname(Deno.execPath())}${delimiter}${Deno.env.get("PATH") ?? ""}`;
  const command = new Deno.Command("sh", {
    args: ["-c", line],
    cwd: folder,
    env: { PATH: path },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
  const { success, stderr } = await command.output();
  if (!success) throw new Error(`Cannot run ${line}: ${new TextDecoder().decode(stderr)}`);
}

if (import.meta.main) {
  try {
    const { out } = parseFlags(Deno.args, { out: { type: "string" } }, USAGE);
    if (!out) throw new Error("Cannot make the image: say where, with --out FOLDER.");
    await makeImage(resolve(out));
    console.log(
      `${out} is what the container has in /app; docs/operations.md says how to start it.`,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What the system says does not say yet what failed.
    console.error(message.startsWith("Cannot ") ? message : `Cannot make the image: ${message}`);
    Deno.exit(1);
  }
}
