import type { Language } from "./words/copy.ts";
import * as languages from "./words/languages.ts";

/** The labels of the settings, by a field's name or, for one language alone, by `NAME@da`. */
export type FieldLabels = Readonly<Record<string, string>>;

// Instances spell some of them otherwise.
const SPELLINGS: Readonly<Record<string, string>> = {
  NAME: "FULLNAME",
  FULL_NAME: "FULLNAME",
  FIRST_NAME: "FIRSTNAME",
  LAST_NAME: "LASTNAME",
  BIRTHDAY: "BIRTHDATE",
  BIRTH_DATE: "BIRTHDATE",
  DATE_OF_BIRTH: "BIRTHDATE",
  ZIP: "ZIPCODE",
  ZIP_CODE: "ZIPCODE",
  POSTCODE: "ZIPCODE",
  POSTAL_CODE: "ZIPCODE",
  MOBILE: "MSISDN",
  PHONE_NUMBER: "PHONE",
  UNSUBSCRIBE_DATE: "UNSUBSCRIBED_DATE",
};

/** What an agent reads instead of a Person Data field's name: the settings' label, our word, or the name as a text. */
export function fieldLabel(language: Language, name: string, labels: FieldLabels): string {
  const words: Readonly<Record<string, string>> = languages[language].fields;
  return labels[`${name}@${language}`] ?? labels[name] ?? words[SPELLINGS[name] ?? name] ??
    inSentenceCase(name);
}

/** `FAVOURITE_STORE` as “Favourite store”. */
function inSentenceCase(name: string): string {
  const [first = "", ...rest] = name.replaceAll("_", " ").trim();
  return first + rest.join("").toLowerCase() || name;
}
