import { formatLocaleOf, languageOf } from "../views/words/copy.ts";
import { createFormatter, type Formatter } from "../views/format.ts";
import { type ShownPersonData, showPersonData } from "../views/person_data.ts";
import { remembered } from "../views/remembered.ts";
import { parsePersonDataValue } from "./agillic/person_data.ts";
import type { AgentPreferences } from "./installation/requester.ts";

/** How a value of Person Data is read; undefined where the recipient has none. `most`: characters of a text. */
export type PersonDataReader = (raw: string | undefined, most?: number) => ShownPersonData;

/** How one reader reads dates, numbers and Person Data. */
export type Readers = { formatter: Formatter; readPersonData: PersonDataReader };

/** Finds, or makes, what reads for a locale and time zone. */
export type ReadersOf = (preferences: Pick<AgentPreferences, "locale" | "timeZone">) => Readers;

const MAX_READERS = 100;

/** One for all routes: making these is slow (Intl), and a team shares a handful of locales and zones. */
export function createReaders(): ReadersOf {
  return remembered(({ locale, timeZone }) => {
    const language = languageOf(locale);
    const formatter = createFormatter({ locale: formatLocaleOf(locale), timeZone });
    return {
      formatter,
      readPersonData: (raw, most) =>
        showPersonData(parsePersonDataValue(raw), { language, formatter }, most),
    };
  }, { keyOf: ({ locale, timeZone }) => `${locale} ${timeZone}`, most: MAX_READERS });
}
