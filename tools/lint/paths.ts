import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A file's path from the root of the repository, with forward slashes. */
export function repositoryPath(filename: string): string {
  const path = filename.startsWith(ROOT) ? filename.slice(ROOT.length) : filename;
  return path.replaceAll(sep, "/").replace(/^\/+/, "");
}

/** Where a relative import leads from the root of the repository; null for a package. */
export function importedPath(importer: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return join(dirname(importer), specifier).replaceAll(sep, "/");
}

/** Whether it is a test, which may reach across folders. */
export function isTest(path: string): boolean {
  return /_test\.tsx?$/.test(path);
}
