import { withBackend } from "./backend.ts";
import type { PackageFile } from "./files.ts";
import { PackageError } from "./package_error.ts";
import { findSecrets } from "./secrets.ts";
import { writeZip } from "./zip.ts";

/** What to upload to Zendesk. */
export type BuiltPackage = {
  /** `agillic-zendesk-<host>-<version>.zip`: packages for different servers do not take each other's place. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Paths in the zip. */
  paths: readonly string[];
};

/** What differs from package to package: the origin of its server, and its version. */
export type PackageOptions = { backend: URL; version: string };

/** The zip of the app; throws a PackageError when a file is no JSON or may hold a secret. */
export function buildPackage(
  files: readonly PackageFile[],
  { backend, version }: PackageOptions,
): BuiltPackage {
  const faults = [...findBrokenJson(files), ...findSecrets(files)];
  if (faults.length > 0) throw new PackageError(faults);
  const entries = files.map(({ path, bytes }) => ({
    path,
    bytes: path === "manifest.json" ? fillManifest(bytes, backend, version) : bytes,
  }));
  return {
    name: `agillic-zendesk-${backend.host.replace(":", "-")}-${version}.zip`,
    bytes: writeZip(entries),
    paths: entries.map(({ path }) => path),
  };
}

function findBrokenJson(files: readonly PackageFile[]): string[] {
  return files.filter(({ path }) => path.endsWith(".json")).flatMap(({ path, bytes }) => {
    try {
      JSON.parse(new TextDecoder().decode(bytes));
      return [];
    } catch (error) {
      return [`${path} is not JSON: ${error instanceof Error ? error.message : error}.`];
    }
  });
}

function fillManifest(bytes: Uint8Array, backend: URL, version: string): Uint8Array {
  const manifest = JSON.parse(withBackend(new TextDecoder().decode(bytes), backend));
  return new TextEncoder().encode(JSON.stringify({ ...manifest, version }, null, 2) + "\n");
}
