import type { PersonData } from "./model.ts";

// Not INACTIVE_EMAIL: unless the instance is set so, mail is still sent.
const blockers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  EMAIL: {
    UNSUBSCRIBED: "true",
    VALID_EMAIL: "false",
    MALFORMED_EMAIL: "true",
    COMPLAINT: "true",
  },
  SMS: { MSISDN_TYPE: "invalid" },
};

/** Whether Agillic's fixed Person Data keeps a flow from sending on a channel. */
export function isBlocked(personData: PersonData, channel: string): boolean {
  const fields = blockers[channel.replace(/^TRANSACTIONAL_/, "")] ?? {};
  return Object.entries(fields).some(([name, blocking]) =>
    personData[name]?.toLowerCase() === blocking
  );
}
