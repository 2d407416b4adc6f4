const LEFT_OUT = /^(\.git|node_modules)$/;

/** A copy of a folder in which anything may be changed; gone when it is disposed of. */
export type Tree = AsyncDisposable & { folder: string; files: string[] };

/** Copies a folder, built files included, but no packages and no history. */
export async function copyTree(root: string): Promise<Tree> {
  const folder = await Deno.makeTempDir({ prefix: "mutate" });
  const files = await copyInto(folder, root);
  return { folder, files, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function copyInto(folder: string, root: string, under = ""): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory, isFile } of Deno.readDir(`${root}/${under}`)) {
    if (LEFT_OUT.test(name)) continue;
    const path = `${under}${name}`;
    if (isFile) {
      await Deno.copyFile(`${root}/${path}`, `${folder}/${path}`);
      files.push(path);
    } else if (isDirectory) {
      await Deno.mkdir(`${folder}/${path}`);
      files.push(...await copyInto(folder, root, `${path}/`));
    }
  }
  return files;
}

/** How Deno ended. */
export type Ending = "passed" | "failed" | "timed out";

/** Runs Deno in a folder until it ends or the time is over. */
export async function runDeno(
  folder: string,
  args: readonly string[],
  limitMs: number,
): Promise<Ending> {
  const signal = AbortSignal.timeout(limitMs);
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: folder,
    stdin: "null",
    stdout: "null",
    stderr: "null",
    signal,
  }).output();
  if (success) return "passed";
  return signal.aborted ? "timed out" : "failed";
}
