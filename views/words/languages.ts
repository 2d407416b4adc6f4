/** The languages: a line here, a folder beside it and a translation in app-shell/package make one. */
export * as en from "./en/language.ts";
export * as da from "./da/language.ts";
export * as sv from "./sv/language.ts";
export * as no from "./no/language.ts";
export * as de from "./de/language.ts";
