import type { BuiltAssets } from "../app-shell/build.ts";
import type { Assets } from "../server/options.ts";

const DIST = new URL("../app-shell/dist/", import.meta.url);

/** The shell's files as they were built last; read all at once, for another build may replace them. */
export async function readBuiltAssets(): Promise<Assets> {
  const { script, htmx, style }: BuiltAssets = JSON.parse(
    await Deno.readTextFile(new URL("assets.json", DIST)),
  );
  const names = [script, htmx, style];
  const all = names.flatMap((name) => [name, `${name}.br`, `${name}.gz`]);
  const files = new Map(
    await Promise.all(
      all.map(async (name) => [name, await Deno.readFile(new URL(name, DIST))] as const),
    ),
  );
  return {
    scriptPath: `/assets/${script}`,
    stylePath: `/assets/${style}`,
    names,
    sdkUrl: null,
    find: (name, encoding) =>
      Promise.resolve(files.get(encoding === "" ? name : `${name}.${encoding}`) ?? null),
  };
}

/** Files that stand in for them, where nothing is built. */
export const STAND_IN_ASSETS: Assets = {
  scriptPath: "/assets/shell-test.js",
  stylePath: "/assets/shell-test.css",
  names: ["shell-test.js", "htmx-test.js", "shell-test.css"],
  sdkUrl: null,
  find: (name) =>
    Promise.resolve(
      STAND_IN_ASSETS.names.includes(name) ? new TextEncoder().encode(`/* ${name} */`) : null,
    ),
};
