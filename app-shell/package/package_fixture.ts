/** The app as it is committed, for the tests of the package. */
import { fileURLToPath } from "node:url";
import da from "./translations/da.json" with { type: "json" };
import de from "./translations/de.json" with { type: "json" };
import en from "./translations/en.json" with { type: "json" };
import no from "./translations/no.json" with { type: "json" };
import sv from "./translations/sv.json" with { type: "json" };

/** The folder of manifest, translations and logos. */
export const APP_FOLDER: string = fileURLToPath(new URL(".", import.meta.url));

/** The texts by locale; by their type all have the keys of the English ones. */
export const TRANSLATIONS: Record<string, typeof en> = { da, de, en, no, sv };
