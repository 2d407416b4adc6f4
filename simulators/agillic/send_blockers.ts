import type { PersonData } from "./model.ts";

const blockers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  EMAIL: {
    UNSUBSCRIBED: "true",
    VALID_EMAIL: "false",
    MALFORMED_EMAIL: "true",
    COMPLAINT: "true",
    INACTIVE_EMAIL: "true",
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
