import { fill, type Language } from "./words/copy.ts";
import { settingFaultCopy } from "./words/setting_faults.ts";

/** What is wrong with a setting. */
export type SettingFaultKind = keyof typeof settingFaultCopy["en"];

/** How to mend a faulty setting; `value` is the part of it that is wrong, "" for none. */
export function settingFaultWords(
  language: Language,
  kind: SettingFaultKind,
  value: string,
): string {
  return fill(settingFaultCopy[language][kind], { value });
}
