export { copy } from "./copy.ts";
export { fields } from "./fields.ts";
export { findings } from "./findings.ts";
export { faultSubjects, settingFaults } from "./setting_faults.ts";

/** Danish, as it calls itself. */
export const name = "Dansk";
