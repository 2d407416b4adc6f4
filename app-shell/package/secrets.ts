import type { PackageFile } from "./files.ts";

const SECRETS: Record<string, RegExp> = {
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  "a JWT": /\beyJ[\w-]{10,}\.[\w-]+\./,
  "a Basic credential": /\bBasic\s+[A-Za-z0-9+/]{12,}={0,2}/,
  "a base64 value": /[A-Za-z0-9+/]{16,}==?(?![A-Za-z0-9])/,
  "a hexadecimal key": /\b(?=[a-f]*\d)[0-9a-f]{32,}\b/i,
  // Three sorts of character in one long run: a key, and no word or address.
  "a random value": /(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])(?=[\w+-]*\d)[\w+-]{32,}/,
};

/** What in the app's texts looks like a credential, which everybody who gets the zip could read. */
export function findSecrets(files: readonly PackageFile[]): string[] {
  return files.filter(({ path }) => path.endsWith(".json")).flatMap(({ path, bytes }) => {
    const text = new TextDecoder().decode(bytes);
    // The value is not repeated: this goes to a terminal and a build log.
    return Object.entries(SECRETS).filter(([, pattern]) => pattern.test(text))
      .map(([sort]) => `${path} holds what looks like ${sort}: remove it, and replace it.`);
  });
}
