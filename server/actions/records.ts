import type { Sealing } from "../sealing.ts";
import { type Kv, type KvKey, useStore } from "./kv.ts";
import { CLAIM_TIMEOUT_MS, type LastRecord, latest } from "./once.ts";

/** Whose record it is: a recipient of one installation. */
export type RecordOwner = {
  subdomain: string;
  installationId: string;
  recipientField: string;
  recipientValue: string;
};

/** What was last done, readable: `agent` is a name, empty when it cannot be opened. Times in epoch ms. */
export type LastDone = {
  at: number;
  /** `under_way` turns into `unknown` when the process that began it must be gone. */
  outcome: "done" | "unknown" | "under_way";
  ticketId: string;
  agent: string;
};

/** The record of creating a recipient, beside those of events. */
export const CREATION = "\u0000creation";

// A limit of Deno KV.
const MAX_KEYS_A_READ = 10;
const NAME_TTL_SECONDS = 90 * 24 * 60 * 60;

/** HMAC of the recipient, the only thing that log and store know of a person. */
export async function digestRecipient(sealing: Sealing, owner: RecordOwner): Promise<string> {
  return await sealing.digest("recipient", ...partsOf(owner));
}

function partsOf(owner: RecordOwner): string[] {
  const { subdomain, installationId, recipientField, recipientValue } = owner;
  // Lower-cased, an identifier may be somebody else's.
  const value = recipientValue.includes("@") ? recipientValue.toLowerCase() : recipientValue;
  return [subdomain, installationId, recipientField, value];
}

/** Where the record of an event (or CREATION) is kept, one place a server key, the one to write first. */
export async function recordKeysOf(
  sealing: Sealing,
  owner: RecordOwner,
  event: string,
): Promise<readonly KvKey[]> {
  const digests = await sealing.digests("last", ...partsOf(owner), event);
  return digests.map((digest) => ["last", digest]);
}

/** The agent's name as it is kept. */
export async function sealAgentName(sealing: Sealing, name: string): Promise<string> {
  return await sealing.seal("agent-name", { name }, NAME_TTL_SECONDS);
}

/** When each event was last triggered for a recipient; null where it never was. Throws StoreError. */
export async function listLastDone(
  { kv, sealing, now }: { kv: Kv | null; sealing: Sealing; now: () => number },
  owner: RecordOwner,
  events: readonly string[],
): Promise<readonly (LastDone | null)[]> {
  if (events.length === 0) return [];
  const keys = await Promise.all(events.map((event) => recordKeysOf(sealing, owner, event)));
  const flat = keys.flat();
  const entries = await useStore(kv, "read what was last done", async (store) => {
    const reads: Promise<readonly { value: LastRecord | null }[]>[] = [];
    for (let start = 0; start < flat.length; start += MAX_KEYS_A_READ) {
      reads.push(store.getMany<LastRecord[]>(flat.slice(start, start + MAX_KEYS_A_READ)));
    }
    return (await Promise.all(reads)).flat();
  });
  const width = keys[0]?.length ?? 1;
  return await Promise.all(events.map(async (_, index) => {
    const record = latest(entries.slice(index * width, (index + 1) * width).map((e) => e.value));
    return record === null ? null : await readRecord(sealing, record, now());
  }));
}

/** The record as views need it: the name opened, and a claim of a dead process called what it is. */
export async function readRecord(
  sealing: Sealing,
  record: LastRecord,
  now: number,
): Promise<LastDone> {
  const opened = await sealing.open("agent-name", record.agent);
  const name = opened.ok ? opened.value.name : "";
  const dead = now >= record.at + CLAIM_TIMEOUT_MS;
  return {
    at: record.at,
    outcome: record.outcome === "done"
      ? "done"
      : record.outcome === null && !dead
      ? "under_way"
      : "unknown",
    ticketId: record.ticketId,
    agent: typeof name === "string" ? name : "",
  };
}
