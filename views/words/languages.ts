/** The languages: a line here, a folder beside it, its locales in the contract, a translation in app-shell/package. */
export * as en from "./en/language.ts";
export * as da from "./da/language.ts";
export * as sv from "./sv/language.ts";
export * as no from "./no/language.ts";
export * as de from "./de/language.ts";
