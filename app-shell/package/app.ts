import type { PackageFile } from "./files.ts";
import { findDuplicateKeys, isJsonObject, type JsonObject } from "./json.ts";

/** The app as Zendesk reads it: its files, and the JSON ones parsed. */
export type AppPackage = {
  files: readonly PackageFile[];
  manifest: JsonObject;
  /** By locale: the file's name without `.json`. */
  translations: ReadonlyMap<string, JsonObject>;
};

/** What one rule of Zendesk's finds wrong, each with how to mend it; nothing when it holds. */
export type Rule = (app: AppPackage) => readonly string[];

/** A package that Zendesk would refuse or warn about. */
export class PackageError extends Error {
  override name = "PackageError";
  constructor(readonly faults: readonly string[]) {
    super(`Can not package the app:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

const TRANSLATION = /^translations\/([^/]+)\.json$/;

/** Parses the manifest and the translations; throws a PackageError naming each that is no JSON object. */
export function parseApp(files: readonly PackageFile[]): AppPackage {
  const faults: string[] = [];
  const translations = new Map<string, JsonObject>();
  let manifest: JsonObject = {};
  if (!files.some((file) => file.path === "manifest.json")) {
    faults.push("manifest.json: there is none: restore it.");
  }
  for (const file of files) {
    const locale = TRANSLATION.exec(file.path)?.[1];
    if (file.isSymlink || (file.path !== "manifest.json" && locale === undefined)) continue;
    const parsed = parseObject(file);
    faults.push(...parsed.faults);
    if (locale === undefined) manifest = parsed.value;
    else translations.set(locale, parsed.value);
  }
  if (faults.length > 0) throw new PackageError(faults);
  return { files, manifest, translations };
}

function parseObject({ path, bytes }: PackageFile): { value: JsonObject; faults: string[] } {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { value: {}, faults: [`${path}: is not JSON: ${detail}.`] };
  }
  if (!isJsonObject(value)) {
    return { value: {}, faults: [`${path}: is no JSON object: begin it with {.`] };
  }
  const faults = findDuplicateKeys(text).map((key) =>
    `${path}: "${key}" is there twice: remove one.`
  );
  return { value, faults };
}
