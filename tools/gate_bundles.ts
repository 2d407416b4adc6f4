import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LEFT_OUT = /^(?:\..*|node_modules|dist)$/;
const TEST = /_test\.tsx?$/;

/** Every test file of a folder, in order, but for those in `without`: paths from there. */
export async function listTests(root: string, without: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  async function look(under: string): Promise<void> {
    for await (const { name, isDirectory } of Deno.readDir(join(root, under))) {
      const path = join(under, name);
      if (LEFT_OUT.test(name) || without.includes(path)) continue;
      if (isDirectory) await look(path);
      else if (TEST.test(name)) found.push(path);
    }
  }
  await look("");
  return found.sort();
}

/** Writes so many modules that import the tests between them; answers their paths. */
export async function writeBundles(
  folder: string,
  { root, tests, count }: { root: string; tests: readonly string[]; count: number },
): Promise<string[]> {
  return await Promise.all(Array.from({ length: count }, async (_, index) => {
    const path = join(folder, `bundle_${index + 1}_test.ts`);
    const own = tests.filter((_, place) => place % count === index);
    const lines = own.map((test) => `import ${JSON.stringify(pathToFileURL(join(root, test)))};\n`);
    await Deno.writeTextFile(path, lines.join(""));
    return path;
  }));
}
