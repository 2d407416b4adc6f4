import { say } from "../../views/words/copy.ts";
import type { Recipient } from "../agillic/recipients.ts";
import type { Settings } from "../installation/settings.ts";
import type { Visit } from "../visit.ts";

/** What Agillic's instances call the whole name, and its two halves in the order in which they are said. */
const WHOLE = ["FULLNAME", "FULL_NAME", "NAME"];
const HALVES = [["FIRSTNAME", "FIRST_NAME"], ["LASTNAME", "LAST_NAME"]];

/** The fields that say the person's name: those that the settings show and the recipient has; none where nothing does. */
export function listNameFields(
  personData: Recipient["personData"],
  { personDataFields }: Pick<Settings, "personDataFields">,
): string[] {
  const find = (names: readonly string[]) =>
    names.filter((name) => personDataFields.includes(name) && personData.has(name)).slice(0, 1);
  const whole = find(WHOLE);
  return whole.length > 0 ? whole : HALVES.flatMap(find);
}

/** The person's name; "" where the settings show none. */
export function nameOf(
  personData: Recipient["personData"],
  settings: Pick<Settings, "personDataFields">,
): string {
  return listNameFields(personData, settings).map((field) => personData.get(field)).join(" ");
}

/** What one of several is called: the name, the identifier, or the place in the list where both are masked. */
export function titleOf(
  { key, personData }: Pick<Recipient, "key" | "personData">,
  number: number,
  { language, formatter, settings }: Visit,
): string {
  const name = nameOf(personData, settings);
  if (name !== "") return name;
  return settings.maskedFields.includes(key.field)
    ? `${say(language, "recipient.title")} ${formatter.count(number).text}`
    : key.value;
}
