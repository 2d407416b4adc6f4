import { assertEquals } from "@std/assert";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { listTests, writeBundles } from "./gate_bundles.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const FILES = [
  ...["a_test.ts", "a.ts", "server/b_test.ts", "server/deep/c_test.tsx", "tests/browser/d_test.ts"],
  ...["tests/e_fixture.ts", "node_modules/f_test.ts", ".cache/g_test.ts", "dist/h_test.ts"],
];

Deno.test("listTests finds every test file, but for those left out", async () => {
  const root = await Deno.makeTempDir();
  try {
    for (const file of FILES) {
      await Deno.mkdir(dirname(`${root}/${file}`), { recursive: true });
      await Deno.writeTextFile(`${root}/${file}`, "");
    }
    const all = ["a_test.ts", "server/b_test.ts", "server/deep/c_test.tsx"];
    assertEquals(await listTests(root, []), [...all, "tests/browser/d_test.ts"]);
    assertEquals(await listTests(root, ["tests/browser"]), all);
    assertEquals(await listTests(root, ["tests/browser", "server"]), ["a_test.ts"]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("writeBundles has each test in one of them", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const tests = ["a_test.ts", "b/c_test.tsx", "d_test.ts"];
    const paths = await writeBundles(folder, { root: ROOT, tests, count: 2 });
    const texts = await Promise.all(paths.map((path) => Deno.readTextFile(path)));
    const url = (path: string) => `import "${pathToFileURL(`${ROOT}${path}`)}";\n`;
    assertEquals(texts, [url("a_test.ts") + url("d_test.ts"), url("b/c_test.tsx")]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
