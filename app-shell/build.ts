/** Bundles the shell's scripts and stylesheet into app-shell/dist, named by their content. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { type CachedPackage, listPackages, writeNotices } from "./licences.ts";

/**
 * What dist/assets.json says: file names in dist, and where the ZAF SDK comes from. The script loads htmx, which is a
 * file of its own.
 */
export type BuiltAssets = { script: string; htmx: string; style: string; sdk: string | null };

type Bytes = Uint8Array<ArrayBuffer>;

const root = new URL("../", import.meta.url);
const dist = new URL("./dist/", import.meta.url);
const SHELL = "app-shell/frame/shell.ts";
const HTMX = "htmx.org";
const SDK = "zendesk_app_framework_sdk";
const ZENDESK_SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js";

async function digest(bytes: Bytes): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The files that a bundle is made of, by their paths in the project. */
export async function listSources(): Promise<string[]> {
  const names = ["deno.json", "app-shell/build.ts", "app-shell/licences.ts"];
  for (const folder of ["app-shell/frame", "contract"]) {
    for await (const { name } of Deno.readDir(new URL(folder, root))) {
      if (!name.endsWith("_test.ts")) names.push(`${folder}/${name}`);
    }
  }
  for await (const { name } of Deno.readDir(new URL("views", root))) {
    if (name.endsWith(".css")) names.push(`views/${name}`);
  }
  return names.sort();
}

/** Changes whenever a bundle could: our sources, the exact packages, the flags, the tool. */
async function fingerprint(sdk: string): Promise<string> {
  const names = await listSources();
  const sources = await Promise.all(names.map((name) => Deno.readTextFile(new URL(name, root))));
  const text = JSON.stringify([sdk, Deno.version.deno, ...names, ...sources]);
  return await digest(new TextEncoder().encode(text));
}

async function runDeno(...args: string[]): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), { args, cwd: fileURLToPath(root) });
  const { code, stdout, stderr } = await command.output();
  if (code !== 0) throw new Error(`Cannot bundle: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

// The SDK asks for it in browsers without Promise, which htmx does not run in either.
const EXTERNAL = "./vendor/native-promise-only";

/** Bundles with the esbuild of deno.lock; `packages` is a folder that has them by their names. */
function bundle(entry: string, packages?: string): Bytes {
  const { outputFiles: [output] } = buildSync({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [entry],
    nodePaths: packages === undefined ? [] : [packages],
    external: [EXTERNAL],
    platform: "browser",
    // What is external stays as it is: another format would be given a function that stands in for `require`.
    format: "cjs",
    bundle: true,
    minify: true,
    write: false,
  });
  if (output === undefined) throw new Error(`Cannot bundle ${entry}: esbuild wrote nothing`);
  return new Uint8Array(output.contents);
}

/** The package of deno.json by this name, with what it depends on. */
async function findPackages(name: string, npmCache: string): Promise<CachedPackage[]> {
  const { imports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  return listPackages(JSON.parse(await runDeno("info", "--json", imports[name])), npmCache);
}

/** htmx as its package has it: another bundler's work would only be larger. */
async function readHtmx(npmCache: string): Promise<Bytes> {
  const packages = await findPackages(HTMX, npmCache);
  const [htmx] = packages;
  if (htmx === undefined) throw new Error("Cannot bundle: htmx is not installed");
  const module = await Deno.readFile(join(htmx.localPath, "dist/htmx.esm.min.js"));
  return await joinParts([await writeNotices(packages), module]);
}

/** What stands in the script where Zendesk's own build of the SDK does not come before it. */
async function bundleSdk(npmCache: string): Promise<(string | Bytes)[]> {
  const packages = await findPackages(SDK, npmCache);
  const folder = await Deno.makeTempDir();
  try {
    // esbuild looks for packages by name, and Deno's cache has them by name and version.
    for (const { name, localPath } of packages) {
      const link = join(folder, name);
      await Deno.mkdir(dirname(link), { recursive: true });
      await Deno.symlink(localPath, link, { type: "junction" });
    }
    return [
      await writeNotices(packages),
      "const ZAFClient=(module=>{",
      bundle(SDK, folder),
      "return module.exports})({});\n",
    ];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function joinParts(parts: (string | Bytes)[]): Promise<Bytes> {
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

// Smaller blocks, each with its own code: htmx, the SDK and the shell are written differently.
const GZIP = { level: 9, memLevel: 7 };

async function write(name: string, extension: string, bytes: Bytes): Promise<string> {
  const file = `${name}-${await digest(bytes)}.${extension}`;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await Promise.all([
    Deno.writeFile(new URL(file, dist), bytes),
    Deno.writeFile(new URL(`${file}.gz`, dist), gzipSync(bytes, GZIP)),
    Deno.writeFile(new URL(`${file}.br`, dist), brotliCompressSync(bytes, quality)),
  ]);
  return file;
}

async function replaceFile(name: string, text: string): Promise<void> {
  const temporary = new URL(`${name}.${crypto.randomUUID()}`, dist);
  await Deno.writeTextFile(temporary, text);
  await Deno.rename(temporary, new URL(name, dist));
}

async function removeOthers(wanted: readonly string[]): Promise<void> {
  for await (const { name } of Deno.readDir(dist)) {
    if (wanted.some((kept) => name.startsWith(kept))) continue;
    await Deno.remove(new URL(name, dist)).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}

/** Builds unless dist is already what the sources make. `sdk`: `bundled`, or `zendesk` for Zendesk's own build. */
export async function build(sdk: "bundled" | "zendesk"): Promise<"built" | "unchanged"> {
  const wanted = await fingerprint(sdk);
  const stamp = new URL("fingerprint", dist);
  if (await Deno.readTextFile(stamp).catch(() => null) === wanted) return "unchanged";
  await Deno.mkdir(dist, { recursive: true });
  const { npmCache } = JSON.parse(await runDeno("info", "--json"));
  const htmx = await write("htmx", "js", await readHtmx(npmCache));
  const script = await joinParts([
    ...(sdk === "bundled" ? await bundleSdk(npmCache) : []),
    `const HTMX_PATH=${JSON.stringify(`/assets/${htmx}`)};`,
    bundle(SHELL),
  ]);
  const assets: BuiltAssets = {
    script: await write("shell", "js", script),
    htmx,
    style: await write("shell", "css", bundle("views/style.css")),
    sdk: sdk === "zendesk" ? ZENDESK_SDK : null,
  };
  // A server may be starting from these files meanwhile: they are replaced whole, the old ones go last.
  await replaceFile("assets.json", JSON.stringify(assets));
  await replaceFile("fingerprint", wanted);
  await removeOthers([assets.script, htmx, assets.style, "assets.json", "fingerprint"]);
  return "built";
}

if (import.meta.main) {
  const [flag = "--sdk=bundled", ...rest] = Deno.args;
  const sdk = (["bundled", "zendesk"] as const).find((name) => flag === `--sdk=${name}`);
  if (sdk === undefined || rest.length > 0) {
    console.error("Cannot build: the only flag is --sdk=bundled or --sdk=zendesk.");
    Deno.exit(1);
  }
  await build(sdk);
}
