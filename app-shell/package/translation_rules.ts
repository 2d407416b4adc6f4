import type { AppPackage, Rule } from "./app.ts";
import { isJsonObject, objectAt, textAt } from "./json.ts";

/** Zendesk's rules for the texts of its Marketplace and settings pages. */
export const TRANSLATION_RULES: readonly Rule[] = [
  localeNames,
  appTexts,
  shortDescription,
  parameterTexts,
  unknownParameters,
];

const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
const SHORT_DESCRIPTION_LENGTH = 80;
const APP_TEXTS = ["name", "short_description", "long_description", "installation_instructions"];
const PARAMETER_TEXTS = ["label", "helpText"];

function localeNames({ translations }: AppPackage): string[] {
  return [...translations.keys()].filter((locale) => !LOCALE.test(locale))
    .map((locale) =>
      `translations/${locale}.json: the name is no locale of Zendesk's: rename it like en.json or pt-br.json.`
    );
}

function appTexts({ translations }: AppPackage): string[] {
  return [...translations].flatMap(([locale, texts]) =>
    APP_TEXTS.filter((key) => textAt(objectAt(texts, "app"), key).trim() === "")
      .map((key) => `translations/${locale}.json: app.${key} is missing: write it.`)
  );
}

function shortDescription({ translations }: AppPackage): string[] {
  return [...translations].flatMap(([locale, texts]) => {
    const { length } = textAt(objectAt(texts, "app"), "short_description");
    return length <= SHORT_DESCRIPTION_LENGTH ? [] : [
      `translations/${locale}.json: app.short_description is ${length} characters: shorten it to ${SHORT_DESCRIPTION_LENGTH}.`,
    ];
  });
}

function parameterNames({ manifest }: AppPackage): string[] {
  const { parameters } = manifest;
  return Array.isArray(parameters)
    ? parameters.filter(isJsonObject).map((p) => textAt(p, "name"))
    : [];
}

function parameterTexts(app: AppPackage): string[] {
  return [...app.translations].flatMap(([locale, texts]) =>
    parameterNames(app).flatMap((name) =>
      PARAMETER_TEXTS.filter((key) =>
        textAt(objectAt(texts, "app", "parameters", name), key).trim() === ""
      ).map((key) =>
        `translations/${locale}.json: app.parameters.${name}.${key} is missing: write it.`
      )
    )
  );
}

function unknownParameters(app: AppPackage): string[] {
  const known = new Set(parameterNames(app));
  return [...app.translations].flatMap(([locale, texts]) =>
    Object.keys(objectAt(texts, "app", "parameters")).filter((name) => !known.has(name))
      .map((name) =>
        `translations/${locale}.json: app.parameters.${name} is no parameter of the manifest: remove or rename it.`
      )
  );
}
