import type { Recipient } from "../agillic/recipients.ts";
import { type Fields, readFlag } from "../history/flags.ts";
import type { Settings } from "../installation/settings.ts";

type PersonData = Recipient["personData"];
type Masking = Pick<Settings, "maskedFields">;

/** Person Data without the masked values: what is drawn of a recipient is drawn from this alone. */
export function withhold(personData: PersonData, { maskedFields }: Masking): PersonData {
  if (maskedFields.length === 0) return personData;
  return new Map([...personData].filter(([name]) => !maskedFields.includes(name)));
}

/** Person Data with a yes or no instead of each masked value: that no mail arrives is told in any case. */
export function withFlagsAlone(personData: PersonData, { maskedFields }: Masking): Fields {
  if (maskedFields.length === 0) return personData;
  const flagOf = (name: string) => String(readFlag(personData, name) ?? "");
  return new Map(
    [...personData].map(([name, value]) => [
      name,
      maskedFields.includes(name) ? flagOf(name) : value,
    ]),
  );
}
