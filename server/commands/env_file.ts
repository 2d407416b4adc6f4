// Quoted values may have several lines; what is not quoted ends at a `#`.
const VARIABLE =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:'([^']*)'|`([^`]*)`|"((?:[^"\\]|\\[^])*)"|([^#\r\n]*))/gm;

/**
 * The variables of an env file, lines of `NAME=value`; throws at a byte order mark, with which Deno and shells read
 * another name. Not `parseEnv` of node:util, which Deno 2.5 does not have.
 */
export function parseEnvFile(text: string): Record<string, string> {
  if (text.startsWith("\uFEFF")) {
    throw new Error("it begins with a byte order mark: save it as UTF-8 without one");
  }
  return Object.fromEntries(
    [...text.matchAll(VARIABLE)].map(([, name = "", single, back, double, plain = ""]) => [
      name,
      single ?? back ?? double?.replaceAll("\\n", "\n") ?? plain.trim(),
    ]),
  );
}

/** Names of the values with a `$`: Deno's `--env-file` and shells take it for another variable, `parseEnvFile` as it is. */
export function listWithDollar(text: string): string[] {
  return [...text.matchAll(VARIABLE)].flatMap(([, name = "", , , double, plain = ""]) =>
    (double ?? plain).includes("$") ? [name] : []
  );
}
