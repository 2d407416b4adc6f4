export { copy } from "./copy.ts";
export { findings } from "./findings.ts";
export { faultSubjects, settingFaults } from "./setting_faults.ts";

/** German, as it calls itself. */
export const name = "Deutsch";

/** The locales that choose it, without their regions. */
export const locales = ["de"];
