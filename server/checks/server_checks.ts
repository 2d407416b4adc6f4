import type { Store } from "../actions/store.ts";
import type { Sealing } from "../sealing.ts";
import type { Settings } from "../installation/settings.ts";
import { type Finding, finding } from "./finding.ts";

const TTL_SECONDS = 60;

/** Whether the store keeps what it is given, by an entry of its own that is gone afterwards; `id` is unguessable. */
export async function checkStore(store: Pick<Store, "probe">, id: string): Promise<Finding> {
  try {
    await store.probe(id);
    return finding("store", "store_good");
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

/** Whether the account can be told that a ticket is solved; nothing where no event waits for that. */
export function checkWebhook(
  settings: Pick<Settings, "events"> | null,
  secrets: readonly string[],
): Finding[] {
  const isAwaited = settings?.events.some(({ resumeEvent }) => resumeEvent !== null) ?? false;
  if (!isAwaited) return [];
  if (secrets.length === 0) return [finding("webhook", "webhook_secret_missing")];
  const params = { secrets: String(secrets.length) };
  return [finding("webhook", "webhook_verifiable", { params })];
}
