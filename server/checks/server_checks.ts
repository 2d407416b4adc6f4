import { type Kv, type KvKey, useStore } from "../actions/kv.ts";
import type { Sealing } from "../sealing.ts";
import { type Finding, finding } from "./finding.ts";

const EXPIRES_MS = 60_000;
const TTL_SECONDS = 60;

/** Whether the store keeps what it is given, by an entry of its own that is gone afterwards; `id` is unguessable. */
export async function checkStore(kv: Kv | null, id: string): Promise<Finding> {
  const key: KvKey = ["check", id];
  try {
    const kept = await useStore(kv, "check the store", async (store) => {
      // Expires too: a process may end before it deletes.
      await store.set(key, id, { expireIn: EXPIRES_MS });
      const { value } = await store.get<string>(key, { consistency: "strong" });
      await store.atomic().delete(key).commit();
      return value === id;
    });
    return finding("store", kept ? "store_good" : "store_unusable");
  } catch {
    return finding("store", "store_unusable");
  }
}

/** What seals, and how many keys and secrets there are. */
export type KeyCheckOptions = { sealing: Sealing; keys: number; secrets: number };

/** Whether what is sealed opens again. */
export async function checkKeys({ sealing, keys, secrets }: KeyCheckOptions): Promise<Finding> {
  try {
    const opened = await sealing.open("session", await sealing.seal("session", {}, TTL_SECONDS));
    if (!opened.ok) return finding("keys", "keys_unusable");
  } catch {
    return finding("keys", "keys_unusable");
  }
  return finding("keys", "keys_good", {
    params: { keys: String(keys), secrets: String(secrets) },
  });
}
