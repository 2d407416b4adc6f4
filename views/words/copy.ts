import type { Child } from "hono/jsx";
import { LANGUAGE_OF_LOCALE } from "../../contract/languages.ts";
import { copy as english } from "./en/copy.ts";
import * as languages from "./languages.ts";
import { isolated } from "../isolated.ts";
import { remembered } from "../remembered.ts";

/** A language that all words exist in. */
export type Language = keyof typeof languages;

/** A number of things, and how it is written. */
export type Counted = { number: number; text: string };

type English = typeof english;
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest>
  : never;

/** The key of a sentence. */
export type CopyKey = {
  [K in keyof English]: English[K] extends string ? K : never;
}[keyof English];
/** The key of a sentence that depends on a number. */
export type PluralKey = Exclude<keyof English, CopyKey>;
/** What a sentence has to be told; nothing where it has no placeholder. */
export type CopyParams<K extends CopyKey, Value = string> = [Names<English[K]>] extends [never] ? []
  : [params: Record<Names<English[K]>, Value>];

/** Every language there is. */
export const LANGUAGES: readonly Language[] = Object.keys(languages).filter(isLanguage);

function isLanguage(key: string): key is Language {
  return Object.hasOwn(languages, key);
}

/** The language that the agent reads best of those there are; English for all others. */
export function languageOf(locale: string): Language {
  return knownLanguageOf(locale) ?? "en";
}

/**
 * The locale of dates and numbers that go with these words, with the region and the clock that the tag names. English
 * ones where there are no words of its own, by the clock of 24 hours that most who read neither know.
 */
export function formatLocaleOf(locale: string): string {
  const language = knownLanguageOf(locale);
  if (language === undefined) return "en-GB";
  try {
    const { region, hourCycle } = new Intl.Locale(locale.replaceAll("_", "-"));
    const options = { ...(region && { region }), ...(hourCycle && { hourCycle }) };
    return String(new Intl.Locale(language, options));
  } catch {
    // Its language is clear, though the tag as a whole is none.
    return language;
  }
}

const languageOfTag: ReadonlyMap<string, Language> = new Map(Object.entries(LANGUAGE_OF_LOCALE));

function knownLanguageOf(locale: string): Language | undefined {
  // Also `da;q=0.8`, as a browser writes it.
  const [tag = ""] = locale.toLowerCase().split(/[-_;]/);
  return languageOfTag.get(tag);
}

/** One sentence. */
export function say<K extends CopyKey>(
  language: Language,
  key: K,
  ...[params]: CopyParams<K>
): string {
  return fill(textOf(language, key), params ?? {});
}

/** One sentence whose placeholders are filled with elements. */
export function compose<K extends CopyKey>(
  language: Language,
  key: K,
  ...[params]: CopyParams<K, Child>
): Child[] {
  const values: Record<string, Child> = params ?? {};
  // Cut at its placeholders: every second piece is the name of one.
  const pieces = textOf(language, key).split(/\{(\w+)\}/);
  return pieces.map((piece, index) => {
    const value = index % 2 === 0 ? piece : values[piece];
    return typeof value === "string" ? isolated(value) : value;
  });
}

// Making one is slow (Intl), and there is one a language.
const pluralsOf = remembered((language: Language) => new Intl.PluralRules(language));

/** One sentence in the form that goes with the number. */
export function sayCount(
  language: Language,
  key: PluralKey,
  count: Counted,
  params: Record<string, string> = {},
): string {
  const form = pluralsOf(language).select(count.number) === "one" ? "one" : "other";
  return fill(languages[language].copy[key][form], { ...params, count: count.text });
}

/** A sentence whose key is found while running; placeholders without a value become empty. */
export function fill(text: string, params: Readonly<Record<string, string>>): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => isolated(params[name] ?? ""));
}

/** The sentence itself, its placeholders not filled. */
export function textOf(language: Language, key: CopyKey): string {
  return languages[language].copy[key];
}

/** Whether there is a sentence for a key that came from outside. */
export function isCopyKey(key: string): key is CopyKey {
  const texts: Readonly<Record<string, unknown>> = english;
  return Object.hasOwn(texts, key) && typeof texts[key] === "string";
}
