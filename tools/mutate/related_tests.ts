import { fileURLToPath } from "node:url";
import { relative } from "node:path";

/** The tests of a module, in groups of equal distance, the nearest first. */
export type RelatedTests = (path: string) => string[][];

type ModuleGraph = {
  modules: { specifier: string; dependencies?: { code?: { specifier?: string } }[] }[];
};

/** Reads once who imports whom, and answers from it which tests reach a module. */
export async function findRelatedTests(
  root: string,
  tests: readonly string[],
): Promise<RelatedTests> {
  const entry = await Deno.makeTempFile({ dir: root, suffix: ".ts" });
  await Deno.writeTextFile(entry, tests.map((test) => `import "./${test}";\n`).join(""));
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry],
    cwd: root,
    stderr: "null",
  }).output();
  await Deno.remove(entry);
  const { modules }: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const folder = await Deno.realPath(root);
  const importers = new Map<string, string[]>();
  for (const { specifier, dependencies = [] } of modules) {
    if (!specifier.startsWith("file:")) continue;
    const importer = relative(folder, fileURLToPath(specifier));
    for (const { code } of dependencies) {
      if (!code?.specifier?.startsWith("file:")) continue;
      const imported = relative(folder, fileURLToPath(code.specifier));
      importers.set(imported, [...importers.get(imported) ?? [], importer]);
    }
  }
  return (path) => {
    const found = new Set([path]);
    const groups: string[][] = [];
    for (let ring = [path]; ring.length > 0;) {
      ring = ring.flatMap((module) => importers.get(module) ?? [])
        .filter((module) => !found.has(module) && found.add(module));
      groups.push(ring.filter((module) => tests.includes(module)));
    }
    return groups.filter((group) => group.length > 0);
  };
}
