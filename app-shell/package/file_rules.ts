import type { AppPackage, Rule } from "./app.ts";
import type { PackageFile } from "./files.ts";
import { readPngSize } from "./png.ts";

/** Zendesk's rules for the files themselves, and our own: nothing more than it needs, and no secret. */
export const FILE_RULES: readonly Rule[] = [
  neededOnly,
  noSymlinks,
  noArchives,
  logoSizes,
  noInsecureAddresses,
  noSecrets,
];

const NEEDED = /^(manifest\.json|translations\/[^/]+\.json|assets\/logo(-small)?\.png)$/;
const ARCHIVE = /\.(rar|zip|gz|gzip|bz2?|7z|jar|tar|tgz|pdf|docx?|odt|pptx?|xlsx?|bin|c?sh)$/i;
const ARCHIVE_SIGNATURES = ["PK\x03\x04", "Rar!", "\x1f\x8b", "7z\xbc\xaf", "BZh", "%PDF"];
const LOGOS = { "assets/logo.png": 320, "assets/logo-small.png": 128 };
const INSECURE_ADDRESS = /\bhttp:\/\/[^\s"'<>)]+/;

const SECRETS: Record<string, RegExp> = {
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  "a JWT": /\beyJ[\w-]{10,}\.[\w-]+\./,
  "a Basic credential": /\bBasic\s+[A-Za-z0-9+/]{12,}={0,2}/,
  "a base64 value": /[A-Za-z0-9+/]{16,}==?(?![A-Za-z0-9])/,
  "a hexadecimal key": /\b(?=[a-f]*\d)[0-9a-f]{32,}\b/i,
  // Three sorts of character in one long run: a key, and no word or address.
  "a random value": /(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])(?=[\w+-]*\d)[\w+-]{32,}/,
};

function neededOnly({ files }: AppPackage): string[] {
  return files.filter(({ path }) => !NEEDED.test(path))
    .map(({ path }) => `${path}: Zendesk does not need it: move it out of the app's folder.`);
}

function noSymlinks({ files }: AppPackage): string[] {
  return files.filter((file) => file.isSymlink)
    .map(({ path }) =>
      `${path}: is a symbolic link, which Zendesk refuses: put the file itself there.`
    );
}

function noArchives({ files }: AppPackage): string[] {
  return files.filter(({ path, bytes }) => {
    const start = String.fromCharCode(...bytes.subarray(0, 4));
    return ARCHIVE.test(path) || ARCHIVE_SIGNATURES.some((s) => start.startsWith(s));
  }).map(({ path }) => `${path}: is an archive or office file, which Zendesk refuses: remove it.`);
}

function logoSizes({ files }: AppPackage): string[] {
  return Object.entries(LOGOS).flatMap(([path, wanted]) => {
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) return [`${path}: is missing: draw it with tools/logos/draw.ts.`];
    const size = readPngSize(file.bytes);
    if (size === null) return [`${path}: is no PNG: draw it with tools/logos/draw.ts.`];
    return size.width === wanted && size.height === wanted ? [] : [
      `${path}: is ${size.width}×${size.height} pixels: Zendesk wants ${wanted}×${wanted}.`,
    ];
  });
}

function textOf({ bytes }: PackageFile): string {
  return new TextDecoder().decode(bytes);
}

function noInsecureAddresses({ files }: AppPackage): string[] {
  return files.filter(({ path }) => /\.(js|html?)$/i.test(path)).flatMap((file) => {
    const address = INSECURE_ADDRESS.exec(textOf(file))?.[0];
    return address === undefined ? [] : [`${file.path}: names ${address}: use https://.`];
  });
}

function noSecrets({ files }: AppPackage): string[] {
  return files.filter(({ path }) => !path.endsWith(".png")).flatMap((file) => {
    const text = textOf(file);
    // The value is not repeated: this goes to a terminal and a build log.
    return Object.entries(SECRETS).filter(([, pattern]) => pattern.test(text))
      .map(([sort]) => `${file.path}: holds what looks like ${sort}: remove it, and replace it.`);
  });
}
