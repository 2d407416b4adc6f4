/** The app as it is committed, for the tests of the package. */
import { fileURLToPath } from "node:url";
import en from "./translations/en.json" with { type: "json" };

/** The folder of manifest, translations and logos. */
export const APP_FOLDER: string = fileURLToPath(new URL(".", import.meta.url));

/** The texts by locale; a test holds them to the keys of the English ones. */
export const TRANSLATIONS: Record<string, typeof en> = Object.fromEntries(
  [...Deno.readDirSync(`${APP_FOLDER}translations`)].map(({ name }) => [
    name.replace(/\.json$/, ""),
    JSON.parse(Deno.readTextFileSync(`${APP_FOLDER}translations/${name}`)),
  ]),
);
