import type { AppPackage, Rule } from "./app.ts";
import { type JsonObject, objectAt, textAt } from "./json.ts";

/** Zendesk's rules for the manifest's own members. */
export const MANIFEST_RULES: readonly Rule[] = [
  requiredMembers,
  stringMembers,
  booleanMembers,
  frameworkVersion,
  secureAddresses,
  defaultLocale,
];

const REQUIRED = ["name", "author", "version", "frameworkVersion", "defaultLocale", "location"];
const STRINGS = ["name", "version", "frameworkVersion", "defaultLocale", "termsConditionsURL"];
const BOOLEANS = ["private", "signedUrls", "singleInstall", "requirementsOnly", "marketingOnly"];

function requiredMembers({ manifest }: AppPackage): string[] {
  const author = objectAt(manifest, "author");
  return [
    ...missing(manifest, REQUIRED, ""),
    ...("author" in manifest ? missing(author, ["name", "email", "url"], "author.") : []),
  ];
}

function missing(object: JsonObject, keys: readonly string[], path: string): string[] {
  return keys.filter((key) => object[key] === undefined || object[key] === "")
    .map((key) => `manifest.json: "${path}${key}" is missing: add it.`);
}

function stringMembers({ manifest }: AppPackage): string[] {
  return STRINGS.filter((key) => key in manifest && typeof manifest[key] !== "string")
    .map((key) =>
      `manifest.json: "${key}" is ${JSON.stringify(manifest[key])}: write it as a string.`
    );
}

function booleanMembers({ manifest }: AppPackage): string[] {
  return BOOLEANS.filter((key) => key in manifest && typeof manifest[key] !== "boolean")
    .map((key) =>
      `manifest.json: "${key}" is ${JSON.stringify(manifest[key])}: write true or false.`
    );
}

function frameworkVersion({ manifest }: AppPackage): string[] {
  const version = manifest.frameworkVersion;
  return version === undefined || version === "2.0" ? [] : [
    `manifest.json: "frameworkVersion" is ${JSON.stringify(version)}: write the string "2.0".`,
  ];
}

function secureAddresses({ manifest }: AppPackage): string[] {
  const addresses = {
    "author.url": textAt(objectAt(manifest, "author"), "url"),
    termsConditionsURL: textAt(manifest, "termsConditionsURL"),
  };
  return Object.entries(addresses)
    .filter(([, url]) => url !== "" && URL.parse(url)?.protocol !== "https:")
    .map(([key, url]) => `manifest.json: "${key}" is "${url}": give an https:// address.`);
}

function defaultLocale({ manifest, translations }: AppPackage): string[] {
  const locale = textAt(manifest, "defaultLocale");
  return locale === "" || translations.has(locale) ? [] : [
    `manifest.json: "defaultLocale" is "${locale}" but translations/${locale}.json is missing: add it, or name a locale that is there.`,
  ];
}
