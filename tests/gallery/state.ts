import type { Child } from "hono/jsx";
import { createFormatter, type Formatter } from "../../views/format.ts";
import type { Language } from "../../views/words/copy.ts";

/** What every state is rendered with. */
export type Setting = { language: Language; formatter: Formatter };

/** One state of a view, as the sidebar holds it. */
export type State = {
  render(setting: Setting): Child;
  /** What no props can say, for it is the browser that does it: a request under way, a failed refresh. */
  alter?(html: string, setting: Setting): string;
};

/** All languages there are. */
export const languages = ["en", "da", "sv", "no", "de"] as const satisfies Language[];

/** Now, in the gallery. */
export const now = new Date("2026-11-12T09:12:05Z");

const locales: Record<Language, string> = { en: "en-GB", da: "da", sv: "sv", no: "nb", de: "de" };

/** The setting of a language, with an agent in Copenhagen. */
export function settingOf(language: Language): Setting {
  const formatter = createFormatter({ locale: locales[language], timeZone: "Europe/Copenhagen" });
  return { language, formatter };
}

/** A point in time before now. */
export function hoursAgo(hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
