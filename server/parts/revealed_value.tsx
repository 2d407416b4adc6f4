import { PersonData } from "../../views/person_data_row.tsx";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import type { Settings } from "../installation/settings.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { recordOwner } from "./found_events.ts";
import { listShownFields, maskedRow, revealedRow } from "./person_data_rows.ts";
import { problemProps } from "./problem_props.ts";
import type { Shown } from "./shown.ts";

/** Whether the settings show this field, and its value only to an agent who asks for it. */
export function isRevealable(field: string, settings: Settings): boolean {
  return settings.views.recipient && settings.maskedFields.includes(field) &&
    listShownFields(settings).includes(field);
}

type Revealing = Pick<Services, "reveals" | "now">;

/** The row of a masked field with its value, or why it is not told; null where the recipient is gone. */
export async function showRevealed(
  visit: Visit,
  named: NamedRecipient,
  field: string,
  services: Revealing,
): Promise<Shown | null> {
  try {
    return await reveal(visit, named, field, services);
  } catch (error) {
    const problem = problemOf(error, { field: named.key.field });
    if (problem.code === "internal") throw error;
    const { language } = visit;
    const told = problemProps(problem, visit, services.now());
    const html = <PersonData {...{ language, problem: told }} row={maskedRow(field, visit)} />;
    return { html, status: problem.status, reason: problem.reason };
  }
}

/** Reads it anew: nothing that is masked is kept anywhere. */
async function reveal(
  visit: Visit,
  { key }: NamedRecipient,
  field: string,
  { reveals }: Revealing,
): Promise<Shown | null> {
  await reveals.admit(visit);
  const recipient = await visit.ask((client) => client.findRecipient(key));
  if (recipient === null) return null;
  await reveals.tell(visit, { field, recipient: recordOwner(visit, recipient.key) });
  const row = revealedRow(recipient.personData, field, visit);
  return { html: <PersonData language={visit.language} row={row} /> };
}
