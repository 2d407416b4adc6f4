import type { SettingFault as FaultInWords } from "../../views/problem.tsx";
import { remembered } from "../../views/remembered.ts";
import { settingFaultWords } from "../../views/setting_faults.ts";
import type { Language } from "../../views/words/copy.ts";
import { type View, VIEWS } from "../installation/limits.ts";
import { listSettingLabels } from "../installation/setting_labels.ts";
import { listStopping } from "../installation/setting_uses.ts";
import type { SettingFault, Settings } from "../installation/settings.ts";
import { Problem } from "../problems.ts";

const labelsOf = remembered(listSettingLabels);

type Faults = readonly SettingFault[];

/** The problem of settings with which nothing can be shown. */
export async function refuseSettings(language: Language, faults: Faults): Promise<Problem> {
  const left = { personDataFields: [], events: [] };
  return await settingsProblem(language, listStopping("everything", faults, left));
}

/** The views that the settings want, but cannot have for the faults in them. */
export async function findStoppedViews(
  language: Language,
  settings: Settings,
  faults: Faults,
): Promise<Map<View, Problem>> {
  const stopped = new Map<View, Problem>();
  for (const view of VIEWS) {
    const stopping = settings.views[view] ? listStopping(view, faults, settings) : [];
    if (stopping.length > 0) stopped.set(view, await settingsProblem(language, stopping));
  }
  return stopped;
}

/** What Zendesk calls the faulty settings, each once. */
export async function listFaultyLabels(language: Language, faults: Faults): Promise<string[]> {
  if (faults.length === 0) return [];
  const labels = await labelsOf(language);
  return [...new Set(faults.map(({ parameter }) => labels.get(parameter) ?? parameter))];
}

async function settingsProblem(language: Language, faults: Faults): Promise<Problem> {
  return new Problem("settings_invalid", { faults: await tellFaults(language, faults) });
}

async function tellFaults(language: Language, faults: Faults): Promise<FaultInWords[]> {
  if (faults.length === 0) return [];
  const labels = await labelsOf(language);
  return faults.map((fault) => ({
    label: labels.get(fault.parameter) ?? fault.parameter,
    words: settingFaultWords(language, fault),
  }));
}
