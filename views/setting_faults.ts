import { fill, type Language } from "./words/copy.ts";
import type { SettingFaultCopy } from "./words/en/setting_faults.ts";
import * as languages from "./words/languages.ts";

/** What is wrong with a setting. */
export type SettingFaultKind = keyof SettingFaultCopy;

/** How to correct a faulty setting; `position` is which entry of a list is wrong, null where it is one value. */
export function settingFaultWords(
  language: Language,
  kind: SettingFaultKind,
  position: number | null,
): string {
  const { faultSubjects, settingFaults } = languages[language];
  const subject = position === null
    ? faultSubjects.setting
    : fill(faultSubjects.entry, { position: String(position) });
  return fill(settingFaults[kind], { subject });
}
