import type { Child } from "hono/jsx";
import { createFormatter, type Formatter } from "../../views/format.ts";
import type { Language } from "../../views/words/copy.ts";

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

/** The setting of a language, with an agent in Copenhagen. */
export function settingOf(language: Language): Setting {
  const locale = language === "en" ? "en-GB" : language;
  const formatter = createFormatter({ locale, timeZone: "Europe/Copenhagen" });
  return { language, formatter };
}

/** A point in time before now. */
export function hoursAgo(hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
