import { MULTILINE_SETTINGS } from "../contract/settings.ts";
import { fill, type Language } from "./words/copy.ts";
import type { SettingFaultCopy } from "./words/en/setting_faults.ts";
import * as languages from "./words/languages.ts";

/** What is wrong with a setting. */
export type SettingFaultKind = keyof SettingFaultCopy;

/** A faulty setting; `position` is which entry of a list is wrong, null where it is one value. */
export type SettingFaultProps = {
  parameter: string;
  code: SettingFaultKind;
  position: number | null;
};

/** How to correct a faulty setting. */
export function settingFaultWords(
  language: Language,
  { parameter, code, position }: SettingFaultProps,
): string {
  const { faultSubjects, settingFaults } = languages[language];
  const subject = position === null
    ? faultSubjects.setting
    : fill(faultSubjects[MULTILINE_SETTINGS.includes(parameter) ? "line" : "entry"], {
      position: String(position),
    });
  return fill(settingFaults[code], { subject });
}
