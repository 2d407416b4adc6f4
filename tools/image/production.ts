/**
 * Takes out of deno.json and deno.lock, in the present folder, what a server does not need: Deno
 * installs all that its lock file has, and a browser is most of it. `build` leaves what building
 * needs, too.
 */

/** What tests, tools and other commands need. */
const DEVELOPMENT = [
  "@std/assert",
  "@std/testing",
  "@sparticuz/chromium",
  "axe-core",
  "fast-check",
  "fflate",
  "playwright-core",
  "yaml",
];

/** What `app-shell/build.ts` needs, and what it puts into the shell. */
const BUILD = ["esbuild", "htmx.org", "htmx.org/", "zendesk_app_framework_sdk"];

/** The part of deno.json that is changed. */
export type DenoJson = { imports: Record<string, string>; [other: string]: unknown };

/** A package in deno.lock; its keys are names with versions, its dependencies names or such keys. */
type Package = {
  integrity?: string;
  dependencies?: string[];
  optionalDependencies?: string[];
};

/** The part of deno.lock that is changed. */
export type Lock = {
  specifiers: Record<string, string>;
  npm: Record<string, Package>;
  workspace: { dependencies: string[]; links?: unknown };
  [other: string]: unknown;
};

/** Both files without these packages, and without what only these need; versions and hashes stay. */
export function withoutPackages(
  { denoJson, lock }: { denoJson: DenoJson; lock: Lock },
  names: readonly string[],
): { denoJson: DenoJson; lock: Lock } {
  const isKept = (specifier: string) => !names.includes(nameOf(specifier));
  const specifiers = pick(lock.specifiers, isKept);
  const needed = listNeeded(
    lock.npm,
    Object.entries(specifiers).map(([specifier, version]) => `${nameOf(specifier)}@${version}`),
  );
  const { links: _, ...rest } = denoJson;
  return {
    denoJson: { ...rest, imports: pick(denoJson.imports, (name) => !names.includes(name)) },
    lock: {
      ...lock,
      specifiers,
      npm: pick(lock.npm, (key) => needed.has(key)),
      workspace: { dependencies: lock.workspace.dependencies.filter(isKept) },
    },
  };
}

/** `@a/b` of `npm:@a/b@1.0.0`. */
function nameOf(specifier: string): string {
  return withoutVersion(specifier.replace(/^(npm|jsr):/, ""));
}

function withoutVersion(key: string): string {
  return key.slice(0, key.lastIndexOf("@"));
}

function pick<Value>(
  table: Record<string, Value>,
  isKept: (key: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => isKept(key)));
}

/** The packages that are reached from these. */
function listNeeded(packages: Record<string, Package>, from: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const wanted = name;
    // A dependency has its version beside it only when there are several.
    const key = wanted in packages
      ? wanted
      : Object.keys(packages).find((one) => withoutVersion(one) === wanted);
    if (key === undefined) throw new Error(`Cannot find ${wanted} in deno.lock`);
    if (needed.has(key)) continue;
    needed.add(key);
    const { dependencies = [], optionalDependencies = [] } = packages[key] ?? {};
    open.push(...dependencies, ...optionalDependencies);
  }
  return needed;
}

async function main([wanted]: readonly string[]): Promise<void> {
  if (wanted !== "build" && wanted !== "server") {
    console.error("Cannot go on: say what is to be left, build or server.");
    Deno.exit(1);
  }
  const read = async (path: string) => JSON.parse(await Deno.readTextFile(path));
  const names = wanted === "server" ? [...DEVELOPMENT, ...BUILD] : DEVELOPMENT;
  const left = withoutPackages(
    { denoJson: await read("deno.json"), lock: await read("deno.lock") },
    names,
  );
  const write = (path: string, json: unknown) =>
    Deno.writeTextFile(path, `${JSON.stringify(json, null, 2)}\n`);
  await write("deno.json", left.denoJson);
  await write("deno.lock", left.lock);
}

if (import.meta.main) await main(Deno.args);
