/** The Chromium that comes with npm's `@sparticuz/chromium`, for machines without a browser. */
import packaged from "@sparticuz/chromium";
import { fileURLToPath } from "node:url";
import config from "../deno.json" with { type: "json" };

/** Where a browser is and the environment that it needs. */
export type Executable = { executablePath: string; env: Record<string, string> };

// Makes the package unpack its own libnss3 and its kin, which many machines have not.
const AS_ON_A_BARE_MACHINE = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };

/**
 * Unpacks the browser below `folder` unless it is there, whoever else does so at the same time:
 * one unpacks under a lock, and only a complete folder gets the final name.
 */
export async function unpackChromium(folder: string = cacheFolder()): Promise<Executable> {
  const { os, arch } = Deno.build;
  if (os !== "linux" || arch !== "x86_64") {
    throw new Error(
      `Cannot find a browser: npm has none for ${os} on ${arch}, so set CHROME_PATH or install Chrome`,
    );
  }
  const version = config.imports["@sparticuz/chromium"].replace(/^.*@/, "");
  const complete = `${folder}/chromium-${version}`;
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  using lock = await Deno.open(`${folder}/lock`, { create: true, write: true });
  await lock.lock(true);
  if (!await exists(complete)) {
    const partial = `${complete}.partial`;
    if (await exists(partial)) await Deno.remove(partial, { recursive: true });
    await Deno.mkdir(partial);
    await unpackInto(partial);
    // Written last with the final path in it; the browser is never run from the partial folder.
    await Deno.writeTextFile(`${partial}/fonts/fonts.conf`, fontsConf(complete));
    await Deno.rename(partial, complete);
  }
  return {
    executablePath: `${complete}/chromium`,
    env: { LD_LIBRARY_PATH: `${complete}/al2023/lib`, FONTCONFIG_PATH: `${complete}/fonts` },
  };
}

/** In a process of its own: the package goes by the environment, which tests in parallel share. */
async function unpackInto(folder: string): Promise<void> {
  const unpacking = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileURLToPath(import.meta.url)],
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: { ...AS_ON_A_BARE_MACHINE, TMPDIR: folder },
    stdout: "null",
  });
  const { success } = await unpacking.output();
  if (!success) throw new Error("Cannot unpack the browser of @sparticuz/chromium");
}

/** Only the package's own fonts: text is laid out alike on every machine. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

function cacheFolder(): string {
  const home = Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME") ?? "/tmp"}/.cache`;
  return `${home}/agillic-sidebar`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

if (import.meta.main) await packaged.executablePath();
