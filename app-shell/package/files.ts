import { PackageError } from "./package_error.ts";

/** One file of the app; `path` is relative to the app's folder, with `/`. */
export type PackageFile = { path: string; bytes: Uint8Array };

const PATHS = ["assets/logo-small.png", "assets/logo.png", "manifest.json"];
const TRANSLATION = /^[a-z-]+\.json$/;

/** Reads the app from its folder, sorted by path; throws a PackageError naming each file that is missing. */
export async function readPackageFiles(folder: string): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  const faults: string[] = [];
  for (const path of [...PATHS, ...await listTranslations(folder)]) {
    try {
      files.push({ path, bytes: await Deno.readFile(`${folder}/${path}`) });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      faults.push(`${path} is missing: restore it.`);
    }
  }
  if (faults.length > 0) throw new PackageError(faults);
  return files;
}

async function listTranslations(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(`${folder}/translations`)) {
      if (TRANSLATION.test(name)) names.push(`translations/${name}`);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  // Zendesk takes no app without its default language.
  const wanted = new Set(["translations/en.json", ...names]);
  return [...wanted].sort();
}
