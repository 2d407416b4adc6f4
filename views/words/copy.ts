import type { Child } from "hono/jsx";
import { da } from "./da/copy.ts";
import { de } from "./de/copy.ts";
import { type Copy, en } from "./en/copy.ts";
import { no } from "./no/copy.ts";
import { sv } from "./sv/copy.ts";
import { remembered } from "../remembered.ts";

/** A language that all words exist in. */
export type Language = "en" | "da" | "sv" | "no" | "de";

/** A number of things, and how it is written. */
export type Counted = { number: number; text: string };

type En = typeof en;
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest>
  : never;

/** The key of a sentence. */
export type CopyKey = { [K in keyof En]: En[K] extends string ? K : never }[keyof En];
/** The key of a sentence that depends on a number. */
export type PluralKey = Exclude<keyof En, CopyKey>;
/** What a sentence has to be told; nothing where it has no placeholder. */
export type CopyParams<K extends CopyKey, Value = string> = [Names<En[K]>] extends [never] ? []
  : [params: Record<Names<En[K]>, Value>];

const catalogues = { en, da, sv, no, de } satisfies Record<Language, Copy>;

/** The language that the agent reads best of those there are; English for all others. */
export function languageOf(locale: string): Language {
  const [tag] = locale.toLowerCase().split(/[-_]/);
  switch (tag) {
    case "da":
    case "sv":
    case "de":
    case "no":
      return tag;
    case "nb":
    case "nn":
      return "no";
    default:
      return "en";
  }
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
  return piecesOf(textOf(language, key))
    .map((piece, index) => index % 2 === 0 ? piece : values[piece]);
}

/** A sentence of a catalogue, cut at its placeholders: every second piece is the name of one. */
const piecesOf = remembered((text: string): readonly string[] => text.split(/\{(\w+)\}/));

// Making one is slow (Intl), and there are five.
const pluralsOf = remembered((language: Language) => new Intl.PluralRules(language));

/** One sentence in the form that goes with the number. */
export function sayCount(
  language: Language,
  key: PluralKey,
  count: Counted,
  params: Record<string, string> = {},
): string {
  const form = pluralsOf(language).select(count.number) === "one" ? "one" : "other";
  return fill(catalogues[language][key][form], { ...params, count: count.text });
}

/** A sentence whose key is found while running; placeholders without a value become empty. */
export function fill(text: string, params: Readonly<Record<string, string>>): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
}

/** The sentence itself, its placeholders not filled. */
export function textOf(language: Language, key: CopyKey): string {
  return catalogues[language][key];
}

/** Whether there is a sentence for a key that came from outside. */
export function isCopyKey(key: string): key is CopyKey {
  return Object.hasOwn(en, key) && typeof en[key as CopyKey] === "string";
}
