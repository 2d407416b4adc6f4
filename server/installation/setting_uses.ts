import { SECRET_NAME, TOKEN_NAME } from "../../contract/settings.ts";
import type { View } from "./limits.ts";
import type { Parameter, SettingFault, Settings } from "./settings.ts";

/** What cannot be shown without a setting: everything, or one view. */
export type Need = "everything" | View;

/** What a setting is needed for (null: for nothing), and what becomes of it when it is faulty. */
export type SettingUse = {
  neededFor: Need | null;
  /**
   * `stops`: what it is needed for is not shown. `left_out`: the faulty entry alone is missing; what it is needed for
   * is not shown where no entry is left. `default`: it counts as not filled in.
   */
  whenFaulty: "stops" | "left_out" | "default";
};

const EVERYTHING: SettingUse = { neededFor: "everything", whenFaulty: "stops" };
const EVENT: SettingUse = { neededFor: "events", whenFaulty: "left_out" };
const WORDS: SettingUse = { neededFor: null, whenFaulty: "left_out" };

/** Every setting of the app. */
export const SETTING_USES: Readonly<Record<Parameter, SettingUse>> = {
  [SECRET_NAME]: EVERYTHING,
  [TOKEN_NAME]: EVERYTHING,
  agillic_oauth: { neededFor: null, whenFaulty: "default" },
  email_person_data_field: EVERYTHING,
  phone_person_data_field: { neededFor: null, whenFaulty: "default" },
  enable_recipient_view: { neededFor: "recipient", whenFaulty: "stops" },
  enable_event_trigger_view: { neededFor: "events", whenFaulty: "stops" },
  enable_communication_history_view: { neededFor: "communications", whenFaulty: "stops" },
  enable_recipient_creation_view: { neededFor: "creation", whenFaulty: "stops" },
  person_data_field_list: { neededFor: "recipient", whenFaulty: "left_out" },
  person_data_labels: WORDS,
  // Nobody sees what may be meant to be masked.
  masked_person_data: { neededFor: "recipient", whenFaulty: "stops" },
  domain_based_unsubscribe: { neededFor: null, whenFaulty: "default" },
  double_opt_in_event: { neededFor: "creation", whenFaulty: "stops" },
  event_1_name: EVENT,
  event_1_label: WORDS,
  event_1_description: WORDS,
  event_1_context: EVENT,
  event_1_resume_event: EVENT,
  event_2_name: EVENT,
  event_2_label: WORDS,
  event_2_description: WORDS,
  event_2_context: EVENT,
  event_2_resume_event: EVENT,
  event_3_name: EVENT,
  event_3_label: WORDS,
  event_3_description: WORDS,
  event_3_context: EVENT,
  event_3_resume_event: EVENT,
  more_events: EVENT,
  cool_down_seconds: { neededFor: null, whenFaulty: "default" },
  agillic_environment: WORDS,
  note_on_ticket: { neededFor: null, whenFaulty: "default" },
  ticket_tag: { neededFor: null, whenFaulty: "default" },
  target_groups: WORDS,
  tables: WORDS,
};

/** The faults for which everything, or a view, is not shown; none where it is. `left`: the settings that were taken. */
export function listStopping(
  need: Need,
  faults: readonly SettingFault[],
  left: Pick<Settings, "personDataFields" | "events">,
): SettingFault[] {
  const isNothingLeft = need === "recipient" && left.personDataFields.length === 0 ||
    need === "events" && left.events.length === 0;
  return faults.filter(({ parameter, code }) => {
    const { neededFor, whenFaulty } = SETTING_USES[parameter];
    // Where no event was chosen the view says so itself.
    if (neededFor !== need || code === "no_event") return false;
    return whenFaulty === "stops" || isNothingLeft;
  });
}
