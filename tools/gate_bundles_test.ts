import { assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { listTests, writeBundles } from "./gate_bundles.ts";

const FILES = [
  ...["a_test.ts", "a.ts", "server/b_test.ts", "server/deep/c_test.tsx", "tests/browser/d_test.ts"],
  ...["tests/e_fixture.ts", "node_modules/f_test.ts", ".cache/g_test.ts", "dist/h_test.ts"],
];

async function inFolder(use: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await use(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("listTests finds every test file, but for those left out", () =>
  inFolder(async (root) => {
    for (const file of FILES) {
      await Deno.mkdir(dirname(join(root, file)), { recursive: true });
      await Deno.writeTextFile(join(root, file), "");
    }
    const list = async (without: string[]) =>
      (await listTests(root, without)).map((path) => path.slice(root.length + 1));
    const all = ["a_test.ts", "server/b_test.ts", "server/deep/c_test.tsx"];
    assertEquals(await list([]), [...all, "tests/browser/d_test.ts"]);
    assertEquals(await list(["tests/browser"]), all);
    assertEquals(await list(["tests/browser", "server"]), ["a_test.ts"]);
  }));

Deno.test("writeBundles has each test in one of them", () =>
  inFolder(async (root) => {
    const tests = ["/here/a_test.ts", "/here/b c_test.tsx", "/here/d_test.ts"];
    const paths = await writeBundles(join(root, "new"), tests, 2);
    assertEquals(await Promise.all(paths.map((path) => Deno.readTextFile(path))), [
      'import "file:///here/a_test.ts";\nimport "file:///here/d_test.ts";\n',
      'import "file:///here/b%20c_test.tsx";\n',
    ]);
  }));
