import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { asksForHelp, FlagError, parseFlags } from "./flags.ts";
import { parseBackend } from "../../app-shell/package/backend.ts";
import { buildPackage } from "../../app-shell/package/build.ts";
import { readPackageFiles } from "../../app-shell/package/files.ts";
import { PackageError } from "../../app-shell/package/package_error.ts";
import denoJson from "../../deno.json" with { type: "json" };

/** Where the app's folder is, and where the command says what it did. */
export type PackageCommandOptions = {
  folder: string;
  print: (line: string) => void;
  printError: (line: string) => void;
};

const USAGE = "deno task package --backend https://agillic.example.com [--out dist]";
const HELP = `Usage: ${USAGE}

Writes the zip for Zendesk, made for the server at --backend, into --out.
One zip serves every account of that server.

  --backend URL   the https origin of the server
  --out FOLDER    where the zip is written to (dist)

Exit codes: 0 it is written, 1 it is not.`;
const FLAGS = { backend: { type: "string" }, out: { type: "string" } } as const;

/** `deno task package`: checks the app and writes its zip; answers the exit code. */
export async function runPackage(
  args: readonly string[],
  { folder, print, printError }: PackageCommandOptions,
): Promise<number> {
  if (asksForHelp(args)) {
    print(HELP);
    return 0;
  }
  try {
    const { backend, out } = parseFlags(args, FLAGS, USAGE);
    const origin = parseBackend(backend);
    const files = await readPackageFiles(folder);
    const built = buildPackage(files, { backend: origin, version: denoJson.version });
    const path = join(out || "dist", built.name);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, built.bytes);
    print(`Wrote ${path} for ${origin.origin}: ${built.bytes.length} bytes.`);
    for (const name of built.paths) print(`  ${name}`);
    return 0;
  } catch (error) {
    printError(explain(error));
    return 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof PackageError || error instanceof FlagError) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return `Cannot package the app: the zip could not be written: ${detail}`;
}

if (import.meta.main) {
  Deno.exit(
    await runPackage(Deno.args, {
      folder: fileURLToPath(new URL("../../app-shell/package/", import.meta.url)),
      print: console.log,
      printError: console.error,
    }),
  );
}
