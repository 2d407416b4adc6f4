import { PersonData } from "../../views/person_data_row.tsx";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import type { Settings } from "../installation/settings.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { recordOwner } from "./found_events.ts";
import { listShownFields, revealedRow } from "./person_data_rows.ts";
import type { Shown } from "./shown.ts";

/** Whether the settings show this field, and its value only to an agent who asks for it. */
export function isRevealable(field: string, settings: Settings): boolean {
  return settings.views.recipient && settings.maskedFields.includes(field) &&
    listShownFields(settings).includes(field);
}

/** The row of a masked field with its value, read anew from Agillic; null where the recipient is gone. */
export async function showRevealed(
  visit: Visit,
  { key }: NamedRecipient,
  field: string,
  { reveals }: Pick<Services, "reveals">,
): Promise<Shown | null> {
  await reveals.admit(visit);
  const recipient = await visit.ask((client) => client.findRecipient(key));
  if (recipient === null) return null;
  await reveals.tell(visit, { field, recipient: recordOwner(visit, recipient.key) });
  const row = revealedRow(recipient.personData, field, visit);
  return { html: <PersonData language={visit.language} row={row} /> };
}
