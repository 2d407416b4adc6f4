import { fieldLabel } from "../../views/field_label.ts";
import type { PersonDataRow } from "../../views/person_data_row.tsx";
import { SHOWN } from "../../views/shortened.ts";
import type { Recipient } from "../agillic/recipients.ts";
import type { Settings } from "../installation/settings.ts";
import type { Visit } from "../visit.ts";

type Reading = Pick<Visit, "language" | "readPersonData" | "settings">;

/** The fields that are shown, as many as are shown at all. */
export function listShownFields({ personDataFields }: Pick<Settings, "personDataFields">) {
  return personDataFields.slice(0, SHOWN.fields);
}

/**
 * A row for each field that is shown. Once a recipient's values are too much together, little of each that follows.
 * `unknown`: the fields that Agillic does not have.
 */
export function personDataRows(
  personData: Recipient["personData"],
  unknown: ReadonlySet<string>,
  reading: Reading,
): PersonDataRow[] {
  const { language, readPersonData, settings } = reading;
  const { labels, maskedFields } = settings;
  let left: number = SHOWN.allValues;
  return listShownFields(settings).map((name) => {
    const field = { name, label: fieldLabel(language, name, labels) };
    if (unknown.has(name)) return { ...field, value: "-", raw: "", isUnknown: true };
    if (maskedFields.includes(name)) return maskedRow(name, reading);
    const most = Math.max(SHOWN.leastValue, Math.min(SHOWN.value, left));
    const shown = readPersonData(personData.get(name), most);
    left -= shown.value.length;
    return { ...field, ...shown };
  });
}

/** The row of a masked field, without its value. */
export function maskedRow(
  name: string,
  { language, settings: { labels } }: Reading,
): PersonDataRow {
  return {
    name,
    label: fieldLabel(language, name, labels),
    value: "",
    raw: "",
    masking: "masked",
  };
}

/** The same with its value. */
export function revealedRow(
  personData: Recipient["personData"],
  name: string,
  reading: Reading,
): PersonDataRow {
  const shown = reading.readPersonData(personData.get(name), SHOWN.value);
  return { ...maskedRow(name, reading), ...shown, masking: "revealed" };
}
