import type { BuiltAssets } from "../app-shell/build.ts";
import type { Assets } from "../server/options.ts";

const DIST = new URL("../app-shell/dist/", import.meta.url);

/** The shell's files as they were built last; read all at once, for another build may replace them. */
export async function readBuiltAssets(): Promise<Assets> {
  const { script, htmx, style }: BuiltAssets = JSON.parse(
    await Deno.readTextFile(new URL("assets.json", DIST)),
  );
  const names = [script, htmx, style].flatMap((name) => [name, `${name}.br`, `${name}.gz`]);
  const files = new Map(
    await Promise.all(
      names.map(async (name) => [name, await Deno.readFile(new URL(name, DIST))] as const),
    ),
  );
  return {
    scriptPath: `/assets/${script}`,
    htmxPath: `/assets/${htmx}`,
    stylePath: `/assets/${style}`,
    sdkUrl: null,
    find: (name, encoding) =>
      Promise.resolve(files.get(encoding === "" ? name : `${name}.${encoding}`) ?? null),
  };
}
