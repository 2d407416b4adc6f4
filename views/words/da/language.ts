export { copy } from "./copy.ts";
export { findings } from "./findings.ts";
export { faultSubjects, settingFaults } from "./setting_faults.ts";

/** Danish, as it calls itself. */
export const name = "Dansk";

/** The locales that choose it, without their regions. */
export const locales = ["da"];
