import { normalAddress } from "../address.ts";
import type { Sealing } from "../sealing.ts";
import type { Ages, Moment } from "./ages.ts";
import type { KeptStore } from "./kept_store.ts";
import { CLAIM_TIMEOUT_MS } from "./once.ts";
import { type LastRecord, RECORD_TTL_MS } from "./store.ts";

/** Whose record it is: a recipient of one installation. */
export type RecordOwner = {
  subdomain: string;
  installationId: string;
  recipientField: string;
  recipientValue: string;
};

/** What was last done, readable: `agent` is a name, empty when it cannot be opened. */
export type LastDone = {
  /** Epoch ms; never in the future. */
  at: number;
  /** How long ago, also where a clock was wrong. */
  ageMs: number;
  /** `under_way` turns into `unknown` when the process that began it must be gone. */
  outcome: "done" | "unknown" | "under_way";
  ticketId: string;
  agent: string;
  /** As it is kept, to tell later whether something newer was done. */
  moment: Moment;
};

/** The record of creating a recipient, beside those of events. */
export const CREATION = "\u0000creation";

// As long as the record that has it is kept.
const NAME_TTL_SECONDS = RECORD_TTL_MS / 1000;

/** HMAC of the recipient, the only thing that log and store know of a person. */
export async function digestRecipient(sealing: Sealing, owner: RecordOwner): Promise<string> {
  return await sealing.digest("recipient", ...partsOf(owner));
}

function partsOf(owner: RecordOwner): string[] {
  const { subdomain, installationId, recipientField, recipientValue } = owner;
  return [subdomain, installationId, recipientField, normalAddress(recipientValue)];
}

/** Where the record of an event (or CREATION) is kept, one place a server key, the one to write first. */
export async function placesOf(
  sealing: Sealing,
  owner: RecordOwner,
  event: string,
): Promise<readonly string[]> {
  return await sealing.digests("last", ...partsOf(owner), event);
}

/** What `list` says of each event: of all its places together, one a server key. */
export async function listByEvent<Kept>(
  { sealing, owner, list }: {
    sealing: Sealing;
    owner: RecordOwner;
    /** What each place holds. */
    list: (places: readonly string[]) => Promise<readonly Kept[]>;
  },
  events: readonly string[],
): Promise<readonly (readonly Kept[])[]> {
  const places = await Promise.all(events.map((event) => placesOf(sealing, owner, event)));
  const kept = await list(places.flat());
  const width = places[0]?.length ?? 1;
  return events.map((_, index) => kept.slice(index * width, (index + 1) * width));
}

/** The agent's name as it is kept. */
export async function sealAgentName(sealing: Sealing, name: string): Promise<string> {
  return await sealing.seal("agent-name", { name }, NAME_TTL_SECONDS);
}

/** What reading records needs; `now` in epoch ms. */
export type RecordsOptions = { sealing: Sealing; ages: Ages; now: () => number };

/** When each event was last triggered for a recipient; null where it never was. Throws StoreError. */
export async function listLastDone(
  { store, ...options }: RecordsOptions & { store: Pick<KeptStore, "listLast"> },
  owner: RecordOwner,
  events: readonly string[],
): Promise<readonly (LastDone | null)[]> {
  if (events.length === 0) return [];
  const { sealing, ages } = options;
  const kept = await listByEvent(
    { sealing, owner, list: (places) => store.listLast(places) },
    events,
  );
  return await Promise.all(kept.map(async (records) => {
    const record = ages.youngest(records);
    return record && await readRecord(record, options);
  }));
}

/** The record as views need it: the name opened, and a claim of a dead process called what it is. */
export async function readRecord(
  record: LastRecord,
  { sealing, ages, now }: RecordsOptions,
): Promise<LastDone> {
  const opened = await sealing.open("agent-name", record.agent);
  const name = opened.ok ? opened.value.name : "";
  const ageMs = ages.ageOf(record);
  return {
    at: Math.min(record.at, now()),
    ageMs,
    outcome: record.outcome === "done"
      ? "done"
      : record.outcome === null && ageMs < CLAIM_TIMEOUT_MS
      ? "under_way"
      : "unknown",
    ticketId: record.ticketId,
    agent: typeof name === "string" ? name : "",
    moment: { nonce: record.nonce, at: record.at },
  };
}
