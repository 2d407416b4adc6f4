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
  { language, readPersonData, settings }: Reading,
): PersonDataRow[] {
  const { labels, maskedFields } = settings;
  let left: number = SHOWN.allValues;
  return listShownFields(settings).map((name) => {
    const field = { name, label: fieldLabel(language, name, labels) };
    if (unknown.has(name)) return { ...field, value: "-", raw: "", isUnknown: true };
    if (maskedFields.includes(name)) return { ...field, value: "", raw: "", masking: "masked" };
    const most = Math.max(SHOWN.leastValue, Math.min(SHOWN.value, left));
    const shown = readPersonData(personData.get(name), most);
    left -= shown.value.length;
    return { ...field, ...shown };
  });
}

/** The row of a masked field, with its value. */
export function revealedRow(
  personData: Recipient["personData"],
  name: string,
  { language, readPersonData, settings: { labels } }: Reading,
): PersonDataRow {
  const shown = readPersonData(personData.get(name), SHOWN.value);
  return { name, label: fieldLabel(language, name, labels), ...shown, masking: "revealed" };
}
