import { PackageError } from "./package_error.ts";

/** One file of the app; `path` is relative to the app's folder, with `/`. */
export type PackageFile = { path: string; bytes: Uint8Array };

/** Everything that Zendesk is given. */
export const PACKAGE_PATHS = [
  "assets/logo-small.png",
  "assets/logo.png",
  "manifest.json",
  "translations/da.json",
  "translations/de.json",
  "translations/en.json",
  "translations/no.json",
  "translations/sv.json",
] as const;

/** Reads the app from its folder; throws a PackageError naming each file that is missing. */
export async function readPackageFiles(folder: string): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  const faults: string[] = [];
  for (const path of PACKAGE_PATHS) {
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
