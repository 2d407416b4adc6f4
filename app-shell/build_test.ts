import { assert, assertEquals, assertFalse, assertMatch } from "@std/assert";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "esbuild";
import { build, type BuiltAssets, listSources } from "./build.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const HTMX = /^ \* htmx\.org [\d.]+ \| BSD-0-Clause \| Big Sky Software$/m;
const SDK = /^ \* zendesk_app_framework_sdk [\d.]+ \| Apache-2\.0 \| Copyright 2014 Zendesk$/m;

async function readBuilt(
  root: string,
): Promise<BuiltAssets & Record<"scriptText" | "htmxText", string>> {
  const dist = join(root, "app-shell/dist");
  const assets: BuiltAssets = JSON.parse(await Deno.readTextFile(join(dist, "assets.json")));
  for (const file of [assets.script, assets.htmx, assets.style]) {
    const bytes = await Deno.readFile(join(dist, file));
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
    assertEquals(/-(\w+)\./.exec(file)?.[1], hash.slice(0, 12), `${file} is named by its content`);
  }
  return {
    ...assets,
    scriptText: await Deno.readTextFile(join(dist, assets.script)),
    htmxText: await Deno.readTextFile(join(dist, assets.htmx)),
  };
}

Deno.test("each script begins with the licences of the packages in it", async () => {
  await build("bundled");
  const { scriptText, htmx, htmxText, sdk } = await readBuilt(ROOT);
  assertEquals(sdk, null);
  for (const [text, licence] of [[scriptText, SDK], [htmxText, HTMX]] as const) {
    assert(text.startsWith("/*!\n"));
    assertMatch(text, licence);
  }
  assertFalse(HTMX.test(scriptText));
  assert(scriptText.includes(`"/assets/${htmx}"`), "it names the htmx that it loads");
});

Deno.test("the bundler is a package of the lock file, on every platform with its hash", async () => {
  const { npm } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.lock")));
  const names = Object.keys(npm).filter((name) => /^(@esbuild\/|esbuild@)/.test(name));
  for (const platform of ["linux-x64", "linux-arm64", "darwin-arm64", "win32-x64"]) {
    assert(names.includes(`@esbuild/${platform}@${version}`), platform);
  }
  for (const name of names) assertMatch(npm[name].integrity, /^sha512-/, name);
});

Deno.test("the sources alone make a script without the SDK, in a folder of any name", async () => {
  const parent = await Deno.makeTempDir();
  try {
    const root = join(parent, "blå bær & 100% æøå");
    for (const path of [...await listSources(), "deno.lock"]) {
      await Deno.mkdir(dirname(join(root, path)), { recursive: true });
      await Deno.copyFile(join(ROOT, path), join(root, path));
    }
    // Linked packages are for tests alone.
    const { links: _, ...config } = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
    await Deno.writeTextFile(join(root, "deno.json"), JSON.stringify(config));
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", join(root, "app-shell/build.ts"), "--sdk=zendesk"],
    }).output();
    assert(success, new TextDecoder().decode(stderr));

    const { scriptText, htmxText, sdk } = await readBuilt(root);
    assert(sdk?.startsWith("https://static.zdassets.com/"));
    assertMatch(htmxText, HTMX);
    assertFalse(SDK.test(scriptText));
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});
