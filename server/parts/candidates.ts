import type { RecipientKey } from "../agillic/paths.ts";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import type { Visit } from "../visit.ts";

/** By what a requester may be known. */
type Asking = Pick<Visit, "requester" | "settings">;

/** Whom the search begins with: the requester's own address, else the first of what else there is. */
export function firstNamed(visit: Asking): NamedRecipient | null {
  const { requester: { email }, settings } = visit;
  if (email === null) return listOthers(visit)[0] ?? null;
  return { key: { field: settings.emailField, value: email }, matchedOn: "", choice: null };
}

/** Whom a lookup asks for until somebody is found: whoever was named, the first, and all others, each once. */
export function listCandidates(visit: Asking, named: NamedRecipient): readonly NamedRecipient[] {
  const candidates: NamedRecipient[] = [];
  const first = firstNamed(visit) ?? named;
  for (const candidate of [named, first, ...listOthers(visit)]) {
    if (!candidates.some(({ key }) => isSame(key, candidate.key))) candidates.push(candidate);
  }
  return candidates;
}

function listOthers(visit: Asking): readonly NamedRecipient[] {
  const { requester, settings } = visit;
  const byEmail = (requester.otherEmails ?? []).map((email) => ({
    key: { field: settings.emailField, value: email },
    matchedOn: email,
    choice: null,
  }));
  return [...byEmail, ...listByPhone(visit)];
}

/** The requester by each phone number: as given, and by its digits. None where the settings have no field for it. */
export function listByPhone({ requester, settings }: Asking): readonly NamedRecipient[] {
  const { phoneField } = settings;
  if (phoneField === null) return [];
  return requester.phones.flatMap((phone) =>
    // A country code is never guessed: it would make it somebody else's number.
    [phone, phone.replace(/\D/g, "")].map((value) => ({
      key: { field: phoneField, value },
      matchedOn: phone,
      choice: null,
    }))
  );
}

/** Whether both are one recipient by one spelling. */
export function isSame(one: RecipientKey, other: RecipientKey): boolean {
  return one.field === other.field && one.value === other.value;
}
