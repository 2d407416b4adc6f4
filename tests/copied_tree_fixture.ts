/** A copy of the project in a folder of its own, to be changed and run. */
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PARTS = [
  ...["app-shell/package", "contract", "server", "simulators", "tests", "views"],
  ...["deno.json", "deno.lock", "tools/lint"],
];

/** What builds the shell; for `more`. */
export const SHELL_SOURCES = ["app-shell/build.ts", "app-shell/licences.ts", "app-shell/frame"];

/** The copy; it is removed when it is disposed of. Paths are the project's. */
export type CopiedTree = AsyncDisposable & {
  folder: string;
  duplicate(from: string, to: string): Promise<void>;
  append(path: string, text: string): Promise<void>;
  /** Replaces each first text, which has to be there. */
  edit(path: string, changes: readonly [text: string, by: string][]): Promise<void>;
  /** Checks the types of a file and of all that it imports. */
  check(path: string): Promise<void>;
  /** Runs a script in the copy and answers the JSON that it prints. */
  run(script: string): Promise<unknown>;
};

/** `folderName`: of the folder that it is copied into; `more`: paths besides those that run. */
export type CopyOptions = { folderName?: string; more?: readonly string[] };

/** Copies what runs, without pictures and built files. */
export async function copy(
  { folderName = "copy", more = [] }: CopyOptions = {},
): Promise<CopiedTree> {
  const parent = await Deno.makeTempDir();
  const folder = `${parent}/${folderName}`;
  for (const part of [...PARTS, ...more]) await copyInto(`${ROOT}${part}`, `${folder}/${part}`);

  async function deno(...args: string[]): Promise<string> {
    const command = new Deno.Command(Deno.execPath(), { args, cwd: folder, stdin: "null" });
    const { code, stdout, stderr } = await command.output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    if (code !== 0) throw new Error(`Cannot run deno ${args.join(" ")}: ${text(stderr)}`);
    return text(stdout);
  }

  return {
    folder,
    duplicate: (from, to) => copyInto(`${folder}/${from}`, `${folder}/${to}`),
    append: (path, text) => Deno.writeTextFile(`${folder}/${path}`, text, { append: true }),
    async edit(path, changes) {
      let text = await Deno.readTextFile(`${folder}/${path}`);
      for (const [from, to] of changes) {
        if (!text.includes(from)) throw new Error(`Cannot edit ${path}: it has no ${from}`);
        text = text.replace(from, to);
      }
      await Deno.writeTextFile(`${folder}/${path}`, text);
    },
    async check(path) {
      await deno("check", "--quiet", path);
    },
    async run(script) {
      await Deno.writeTextFile(`${folder}/script.ts`, script);
      return JSON.parse(await deno("run", "--allow-all", "--no-check", "script.ts"));
    },
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

async function copyInto(from: string, to: string): Promise<void> {
  if (!(await Deno.stat(from)).isDirectory) {
    await Deno.mkdir(to.slice(0, to.lastIndexOf("/")), { recursive: true });
    return await Deno.copyFile(from, to);
  }
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) {
    await copyInto(`${from}/${name}`, `${to}/${name}`);
  }
}
