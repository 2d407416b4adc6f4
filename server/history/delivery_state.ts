/** What Person Data says against delivery; the shell carries it from the recipient to the history. */
const DELIVERY_STATES = [
  "malformed",
  "bounces",
  "complaint",
  "unsubscribed",
  "awaiting",
  "no_permission",
  "msisdn_invalid",
  // Blocks nothing, unless the instance is set so.
  "inactive",
] as const;

/** One of the words, the gravest first; about nobody by itself. */
export type DeliveryState = typeof DELIVERY_STATES[number];

/** The word of the header; null where there is none or another. */
export function parseDeliveryState(text: string): DeliveryState | null {
  return DELIVERY_STATES.find((state) => state === text) ?? null;
}

/** Whether Person Data holds a yes; null where it holds neither yes nor no. */
export function readFlag(personData: ReadonlyMap<string, string>, name: string): boolean | null {
  const value = personData.get(name)?.trim().toLowerCase();
  if (value === "true" || value === "1" || value === "yes") return true;
  return value === "false" || value === "0" || value === "no" ? false : null;
}

/** The gravest reason in Person Data why a mail may not arrive. */
export function findDeliveryState(
  personData: ReadonlyMap<string, string>,
  awaitingConfirmation: boolean,
): DeliveryState | null {
  const flag = (name: string) => readFlag(personData, name);
  const states: Record<DeliveryState, boolean> = {
    malformed: flag("MALFORMED_EMAIL") === true,
    bounces: flag("VALID_EMAIL") === false,
    complaint: flag("COMPLAINT") === true,
    unsubscribed: flag("UNSUBSCRIBED") === true,
    awaiting: awaitingConfirmation,
    no_permission: flag("EMAIL_PERMISSION") === false,
    msisdn_invalid: personData.get("MSISDN_TYPE")?.toLowerCase() === "invalid",
    inactive: flag("INACTIVE_EMAIL") === true,
  };
  return DELIVERY_STATES.find((state) => states[state]) ?? null;
}
