export { copy } from "./copy.ts";
export { fields } from "./fields.ts";
export { findings } from "./findings.ts";
export { faultSubjects, settingFaults } from "./setting_faults.ts";

/** English, as it calls itself. */
export const name = "English";
