import { type AppPackage, PackageError, parseApp, type Rule } from "./app.ts";
import { withBackend } from "./backend.ts";
import { FILE_RULES } from "./file_rules.ts";
import type { PackageFile } from "./files.ts";
import { textAt } from "./json.ts";
import { LOCATION_RULES } from "./location_rules.ts";
import { MANIFEST_RULES } from "./manifest_rules.ts";
import { PARAMETER_RULES } from "./parameter_rules.ts";
import { TRANSLATION_RULES } from "./translation_rules.ts";
import { writeZip } from "./zip.ts";

/** What to upload to Zendesk. */
export type BuiltPackage = {
  /** `agillic-zendesk-<version>.zip`. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Paths in the zip. */
  paths: readonly string[];
};

const RULES: readonly Rule[] = [
  ...MANIFEST_RULES,
  ...LOCATION_RULES,
  ...PARAMETER_RULES,
  ...TRANSLATION_RULES,
  ...FILE_RULES,
];

/** The zip for this backend; throws a PackageError naming every rule of Zendesk's that does not hold. */
export function buildPackage(files: readonly PackageFile[], backend: URL): BuiltPackage {
  const app = withBackend(parseApp(files), backend);
  const faults = RULES.flatMap((rule) => rule(app));
  if (faults.length > 0) throw new PackageError(faults);
  const entries = files.map(({ path, bytes }) => ({
    path,
    bytes: path === "manifest.json" ? serialize(app) : bytes,
  }));
  return {
    name: `agillic-zendesk-${textAt(app.manifest, "version")}.zip`,
    bytes: writeZip(entries),
    paths: entries.map(({ path }) => path),
  };
}

function serialize({ manifest }: AppPackage): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(manifest, null, 2) + "\n");
}
