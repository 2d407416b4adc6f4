/** The language whose words a locale chooses, by the locale without its region. */
export const LANGUAGE_OF_LOCALE = {
  en: "en",
  da: "da",
  sv: "sv",
  no: "no",
  nb: "no",
  nn: "no",
  de: "de",
} as const;
