import { fill, type Language } from "./words/copy.ts";
import type { SettingFaultCopy } from "./words/en/setting_faults.ts";
import * as languages from "./words/languages.ts";

/** What is wrong with a setting. */
export type SettingFaultKind = keyof SettingFaultCopy;

/** How to correct a faulty setting; `value` is the part of it that is wrong, "" for none. */
export function settingFaultWords(
  language: Language,
  kind: SettingFaultKind,
  value: string,
): string {
  return fill(languages[language].settingFaults[kind], { value });
}
