import type { Communication, PersonData, Recipient } from "./model.ts";
import { Refusal } from "./refusal.ts";
import { createHistory } from "./seed_history.ts";
import type { Simulation } from "./simulation.ts";

/** What a customer can do to a communication. */
export type CustomerDeed = "open" | "click" | "bounce";

/** A communication to add by hand; sent now unless it says when. */
export type NewCommunication = Omit<Communication, "sentAt"> & { sentAt?: number };

/** What is done by hand; a recipient is named by EMAIL or AGILLIC_ID, a fault is a thrown Refusal. */
export type Controls = {
  addRecipient(personData: PersonData): void;
  /** Gives back the communication's number. */
  addCommunication(recipient: string, communication: NewCommunication): number;
  /** Adds as many communications as asked for, over the last three months. */
  addHistory(recipient: string, count: number): void;
  /** The customer opens or clicks a communication, or it bounces; "last" is the latest one. */
  mark(recipient: string, number: number | "last", deed: CustomerDeed): void;
  /** The customer follows the link in the latest mail that asks for a confirmation. */
  clickDoubleOptIn(recipient: string): void;
  /** Agillic takes no bearer token any more that it has given out until now. */
  revokeTokens(): void;
  /** How often an event was achieved for a recipient; 0 for an unknown one. */
  achieved(recipient: string, event: string): number;
  /** What was sent with it last; undefined where nothing was. */
  contextOf(recipient: string, event: string): Record<string, string> | undefined;
};

/** The controls of one simulator. */
export function createControls(simulation: Simulation): Controls {
  const { now } = simulation;
  return {
    addRecipient(personData) {
      simulation.instance.createRecipient(personData);
    },
    addCommunication(recipient, communication) {
      return requireRecipient(simulation, recipient)
        .communications.push({ sentAt: now(), ...communication }) - 1;
    },
    addHistory(recipient, count) {
      const { communications } = requireRecipient(simulation, recipient);
      for (const one of createHistory(count, now())) communications.push(one);
    },
    mark(recipient, number, deed) {
      const { communications } = requireRecipient(simulation, recipient);
      const communication = communications.at(number === "last" ? -1 : number);
      if (!communication) {
        const message = `${recipient} has no communication ${number}`;
        throw new Refusal(404, "COMMUNICATION_NOT_FOUND", message);
      }
      if (deed === "bounce") communication.bouncedAt = now();
      else communication.openedAt ??= now();
      if (deed === "click") communication.clickedAt = now();
    },
    clickDoubleOptIn(name) {
      const recipient = requireRecipient(simulation, name);
      const mail = recipient.communications.findLast(({ confirmEvent }) => confirmEvent);
      if (!mail?.confirmEvent) {
        const message = `No mail that asks for a confirmation was sent to ${name}`;
        throw new Refusal(409, "NOTHING_TO_CONFIRM", message);
      }
      mail.openedAt ??= now();
      mail.clickedAt = now();
      simulation.instance.achieve(recipient, mail.confirmEvent);
    },
    revokeTokens() {
      simulation.tokens.clear();
    },
    achieved(recipient, event) {
      return findRecipient(simulation, recipient)?.counters.get(event)?.total ?? 0;
    },
    contextOf(recipient, event) {
      return findRecipient(simulation, recipient)?.counters.get(event)?.context;
    },
  };
}

function findRecipient({ instance }: Simulation, name: string): Recipient | null {
  return instance.listRecipients().find(({ personData }) =>
    personData.EMAIL === name || personData.AGILLIC_ID === name
  ) ?? null;
}

function requireRecipient(simulation: Simulation, name: string): Recipient {
  const recipient = findRecipient(simulation, name);
  if (recipient) return recipient;
  throw new Refusal(404, "RECIPIENT_NOT_FOUND", `There is no recipient ${name}`);
}
