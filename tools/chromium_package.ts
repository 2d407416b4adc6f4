/** The Chromium that comes with npm's `@sparticuz/chromium`, for machines without a browser. */
import packaged from "@sparticuz/chromium";
import { fileURLToPath } from "node:url";
import config from "../deno.json" with { type: "json" };
import { makeOnce } from "./make_once.ts";

/** Where a browser is and the environment that it needs. */
export type Executable = { executablePath: string; env: Record<string, string> };

// Makes the package unpack its own libnss3 and its kin, which many machines have not.
const AS_ON_A_BARE_MACHINE = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };

/** Unpacks the browser below `folder` unless it is there. */
export async function unpackChromium(folder: string = cacheFolder()): Promise<Executable> {
  const { os, arch } = Deno.build;
  if (os !== "linux" || arch !== "x86_64") {
    throw new Error(
      `Cannot find a browser: npm has none for ${os} on ${arch}, so set CHROME_PATH or install Chrome`,
    );
  }
  const version = config.imports["@sparticuz/chromium"].replace(/^.*@/, "");
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const unpacked = await makeOnce(folder, `chromium-${version}`, async (partial, complete) => {
    await unpackInto(partial);
    // With the final path in it; the browser is never run from the partial folder.
    await Deno.writeTextFile(`${partial}/fonts/fonts.conf`, fontsConf(complete));
  });
  return {
    executablePath: `${unpacked}/chromium`,
    env: { LD_LIBRARY_PATH: `${unpacked}/al2023/lib`, FONTCONFIG_PATH: `${unpacked}/fonts` },
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

if (import.meta.main) await packaged.executablePath();
