import { languageOf } from "../views/words/copy.ts";
import { createFormatter, type Formatter } from "../views/format.ts";
import { createPersonDataReader, type PersonDataReader } from "../views/person_data.ts";
import { remembered } from "../views/remembered.ts";
import type { AgentPreferences } from "./installation/requester.ts";

/** How one reader reads dates, numbers and Person Data. */
export type Readers = { formatter: Formatter; readPersonData: PersonDataReader };

/** Finds, or makes, what reads for a locale and time zone. */
export type ReadersOf = (preferences: Pick<AgentPreferences, "locale" | "timeZone">) => Readers;

const MAX_READERS = 100;

/** One for all routes: making these is slow (Intl), and a team shares a handful of locales and zones. */
export function createReaders(): ReadersOf {
  return remembered(({ locale, timeZone }) => {
    const formatter = createFormatter({ locale, timeZone });
    return { formatter, readPersonData: createPersonDataReader(languageOf(locale), formatter) };
  }, { keyOf: ({ locale, timeZone }) => `${locale} ${timeZone}`, most: MAX_READERS });
}
