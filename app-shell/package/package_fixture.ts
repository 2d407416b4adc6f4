/** Broken copies of the app's own files, for the tests of the rules. */
import { assertArrayIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { PackageError } from "./app.ts";
import { buildPackage } from "./build.ts";
import { type PackageFile, readPackageFiles } from "./files.ts";
import { isJsonObject, type JsonObject, objectAt } from "./json.ts";

/** Turns the app's files into a broken copy. */
export type Change = (files: readonly PackageFile[]) => readonly PackageFile[];

/** The folder of the real manifest, translations and logos. */
export const APP_FOLDER: string = fileURLToPath(new URL(".", import.meta.url));

/** The backend that the tests package for. */
export const BACKEND: URL = new URL("https://agillic.example.com");

/** Every fault of the app after this change; none when it can be packaged. */
export async function faultsAfter(change: Change): Promise<readonly string[]> {
  const files = change(await readPackageFiles(APP_FOLDER));
  try {
    buildPackage(files, BACKEND);
    return [];
  } catch (error) {
    if (error instanceof PackageError) return error.faults;
    throw error;
  }
}

/** Fails unless the change brings about exactly this message, among others. */
export async function assertFault(change: Change, message: string): Promise<void> {
  assertArrayIncludes(await faultsAfter(change), [message]);
}

/** A file added or replaced. */
export function fileWith(path: string, content: string | Uint8Array<ArrayBuffer>): Change {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return (files) => [
    ...files.filter((file) => file.path !== path),
    { path, bytes, isSymlink: false },
  ];
}

/** A file removed. */
export function fileWithout(path: string): Change {
  return (files) => files.filter((file) => file.path !== path);
}

/** Members of the manifest replaced; `undefined` removes one. */
export function manifestWith(members: JsonObject): Change {
  return edited("manifest.json", (manifest) => ({ ...manifest, ...members }));
}

/** Members of a place replaced, or another place added. */
export function placeWith(name: string, members: JsonObject): Change {
  return edited("manifest.json", (manifest) => {
    const support = objectAt(manifest, "location", "support");
    const place = { ...objectAt(support, name), ...members };
    return { ...manifest, location: { support: { ...support, [name]: place } } };
  });
}

/** Members of a parameter replaced. */
export function parameterWith(name: string, members: JsonObject): Change {
  return edited("manifest.json", (manifest) => ({
    ...manifest,
    parameters: parametersOf(manifest).map((p) => p.name === name ? { ...p, ...members } : p),
  }));
}

/** A parameter added. */
export function parameterAdded(parameter: unknown): Change {
  return edited("manifest.json", (manifest) => ({
    ...manifest,
    parameters: [...parametersOf(manifest), parameter],
  }));
}

/** Members of a locale's `app` replaced. */
export function appTextsWith(locale: string, members: JsonObject): Change {
  return edited(`translations/${locale}.json`, (texts) => ({
    app: { ...objectAt(texts, "app"), ...members },
  }));
}

/** Texts of one parameter replaced in a locale. */
export function parameterTextsWith(locale: string, name: string, members: JsonObject): Change {
  return edited(`translations/${locale}.json`, (texts) => {
    const parameters = objectAt(texts, "app", "parameters");
    const replaced = { ...objectAt(parameters, name), ...members };
    return {
      app: { ...objectAt(texts, "app"), parameters: { ...parameters, [name]: replaced } },
    };
  });
}

function parametersOf({ parameters }: JsonObject): JsonObject[] {
  return Array.isArray(parameters) ? parameters.filter(isJsonObject) : [];
}

function edited(path: string, edit: (json: JsonObject) => JsonObject): Change {
  return (files) => {
    const bytes = files.find((file) => file.path === path)?.bytes;
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return fileWith(path, JSON.stringify(edit(objectAt(json))))(files);
  };
}
