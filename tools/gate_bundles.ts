import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LEFT_OUT = /^(?:\..*|node_modules|dist)$/;
const TEST = /_test\.tsx?$/;

/** The paths of every test file in a folder, in order, but for what is in `without`, by paths from there. */
export async function listTests(root: string, without: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  async function look(under: string): Promise<void> {
    for await (const { name, isDirectory } of Deno.readDir(join(root, under))) {
      const path = join(under, name);
      if (LEFT_OUT.test(name) || without.includes(path)) continue;
      if (isDirectory) await look(path);
      else if (TEST.test(name)) found.push(join(root, path));
    }
  }
  await look("");
  return found.sort();
}

/** Writes so many modules into a new folder, which import the tests between them; answers their paths. */
export async function writeBundles(
  folder: string,
  tests: readonly string[],
  count: number,
): Promise<string[]> {
  await Deno.mkdir(folder);
  return await Promise.all(Array.from({ length: count }, async (_, index) => {
    const path = join(folder, `bundle_${index + 1}_test.ts`);
    const own = tests.filter((_, place) => place % count === index);
    const lines = own.map((test) => `import ${JSON.stringify(pathToFileURL(test))};\n`);
    await Deno.writeTextFile(path, lines.join(""));
    return path;
  }));
}
