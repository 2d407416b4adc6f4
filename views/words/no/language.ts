export { copy } from "./copy.ts";
export { findings } from "./findings.ts";
export { faultSubjects, settingFaults } from "./setting_faults.ts";

/** Norwegian, as it calls itself. */
export const name = "Norsk";

/** The locales that choose it, without their regions. */
export const locales = ["no", "nb", "nn"];
