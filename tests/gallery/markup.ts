/** An element as it is written: its name and its attributes, in order. */
export type Tag = { name: string; attributes: ReadonlyMap<string, string> };

const tag = /<([a-z][a-z0-9]*)((?:\s[^<>"=]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s="]+)(?:="([^"]*)")?/g;

/** The start tags of markup that our views wrote: names in small letters, values in double quotes. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(tag)].map(([, name = "", attributes = ""]) => ({
    name,
    attributes: new Map(
      [...attributes.matchAll(attribute)].map(([, key = "", value = ""]) => [key, value]),
    ),
  }));
}

/** Every value of an attribute. */
export function valuesOf(tags: readonly Tag[], key: string): string[] {
  return tags.flatMap(({ attributes }) => attributes.get(key) ?? []);
}
