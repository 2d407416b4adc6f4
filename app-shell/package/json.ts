/** A JSON object whose members are not known yet. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, and no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at the end of a path of keys; an empty one where there is none. */
export function objectAt(value: unknown, ...keys: readonly string[]): JsonObject {
  let found = value;
  for (const key of keys) found = isJsonObject(found) ? found[key] : undefined;
  return isJsonObject(found) ? found : {};
}

/** The text of a member; empty when it is absent or no string. */
export function textAt(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === "string" ? value : "";
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Keys that one object of this valid JSON text says twice, as dotted paths: JSON.parse keeps the last and is silent. */
export function findDuplicateKeys(text: string): string[] {
  const duplicates: string[] = [];
  const open: { keys: Set<string> | null; path: string; key: string; awaitsKey: boolean }[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const top = open.at(-1);
    if (token === "{" || token === "[") {
      const path = top === undefined ? "" : `${top.path}${top.key}.`;
      const isObject = token === "{";
      open.push({ keys: isObject ? new Set() : null, path, key: "", awaitsKey: isObject });
    } else if (token === "}" || token === "]") {
      open.pop();
    } else if (top !== undefined && token === ",") {
      top.awaitsKey = top.keys !== null;
    } else if (top?.keys && top.awaitsKey && token !== ":") {
      top.key = String(JSON.parse(token));
      if (top.keys.has(top.key)) duplicates.push(top.path + top.key);
      top.keys.add(top.key);
      top.awaitsKey = false;
    }
  }
  return duplicates;
}
