import type { SettingFault, Settings } from "../installation/settings.ts";
import { type Finding, finding } from "./finding.ts";

/** One finding a faulty setting, or that there is none. */
export function checkSettings(faults: readonly SettingFault[]): Finding[] {
  if (faults.length === 0) return [finding("settings", "settings_good")];
  return faults.map((fault) =>
    finding("settings", "setting_faulty", {
      subject: fault.parameter,
      parameter: fault.parameter,
      fault,
    })
  );
}

/** What Agillic cannot be asked while the settings are faulty. */
export function checkNothing(): Finding[] {
  return (["token", "person_data_fields", "email_field", "event", "double_opt_in_event"] as const)
    .map((check) => finding(check, "after_settings"));
}

/** Whether actions are switched off on the server although agents are shown some; null for faulty settings. */
export function checkReadOnly(readOnly: boolean, settings: Settings | null): Finding {
  if (!readOnly) return finding("read_only", "read_only_off");
  const needed = settings === null || settings.views.events || settings.views.creation;
  return finding("read_only", needed ? "read_only_on" : "read_only_unneeded");
}
