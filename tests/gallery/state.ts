import type { Child } from "hono/jsx";
import { createFormatter, type Formatter } from "../../views/format.ts";
import { formatLocaleOf, type Language, languageOf, LANGUAGES } from "../../views/words/copy.ts";

/** Who reads the gallery: somebody for each language, and one whose language there are no words in. */
export type Reader = Language | "fr";

/** All of them. */
export const READERS: readonly Reader[] = [...LANGUAGES, "fr"];

/** What every state is rendered with. */
export type Setting = { language: Language; formatter: Formatter };

/** One state of a view, as the sidebar holds it. */
export type State = {
  render(setting: Setting): Child;
  /** What the browser does and no props can say: a request under way, a failed refresh. */
  alter?(html: string, setting: Setting): string;
};

/** Now, in the gallery. */
export const now = new Date("2026-11-12T09:12:05Z");

/** The setting of a reader in Copenhagen. */
export function settingOf(reader: Reader): Setting {
  const locale = reader === "en" ? "en-GB" : formatLocaleOf(reader);
  const formatter = createFormatter({ locale, timeZone: "Europe/Copenhagen" });
  return { language: languageOf(reader), formatter };
}

/** A point in time before now. */
export function hoursAgo(hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
