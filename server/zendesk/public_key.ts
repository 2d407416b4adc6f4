import { importSPKI } from "jose";

/** Finds the key that verifies shell tokens of an account; null when there is none. */
export type PublicKeySource = {
  find(subdomain: string, options: { fresh: boolean }): Promise<CryptoKey | null>;
};

/** `urlOf`: where an account's PEM is; `elapsed`: ms on a clock that never goes back; `timeoutMs`: for one fetch. */
export type FetchedKeyOptions = {
  urlOf: (subdomain: string) => string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  elapsed: () => number;
  timeoutMs?: number;
};

/** What is known of an account's key, and when, by `elapsed`, it may be fetched next. */
type Entry = {
  key: CryptoKey | null;
  fetching: Promise<CryptoKey | null> | null;
  failures: number;
  fetchAgainAt: number;
};

const REFETCH_INTERVAL_MS = 60_000;
const FIRST_RETRY_MS = 1_000;

/** A key given by the configuration: the same for every account. */
export function createFixedKey(pem: string): PublicKeySource {
  let key: Promise<CryptoKey | null> | undefined;
  return { find: async () => await (key ??= importSPKI(pem, "RS256").catch(() => null)) };
}

/**
 * Keys fetched from Zendesk, one an account, kept until a signature fails. One fetch at a time; after a success at
 * most one a minute, so that forged tokens cannot make this server hammer Zendesk; after a failure soon again, then
 * ever later.
 */
export function createFetchedKey(
  { urlOf, fetch, elapsed, timeoutMs = 5_000 }: FetchedKeyOptions,
): PublicKeySource {
  const entries = new Map<string, Entry>();

  function entryOf(subdomain: string): Entry {
    const known = entries.get(subdomain);
    if (known !== undefined) return known;
    const entry = { key: null, fetching: null, failures: 0, fetchAgainAt: -Infinity };
    entries.set(subdomain, entry);
    return entry;
  }

  async function fetchKey(subdomain: string): Promise<CryptoKey | null> {
    try {
      const response = await fetch(urlOf(subdomain), {
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return null;
      }
      return await importSPKI(await response.text(), "RS256");
    } catch {
      return null;
    }
  }

  /** A failed refetch does not take away a key that worked. */
  async function refresh(subdomain: string, entry: Entry): Promise<CryptoKey | null> {
    const fetched = await fetchKey(subdomain);
    entry.failures = fetched === null ? entry.failures + 1 : 0;
    entry.key = fetched ?? entry.key;
    entry.fetchAgainAt = elapsed() + pauseMs(entry.failures);
    entry.fetching = null;
    return entry.key;
  }

  return {
    async find(subdomain, { fresh }) {
      const entry = entryOf(subdomain);
      if (entry.key !== null && !fresh) return entry.key;
      if (entry.fetching === null && elapsed() < entry.fetchAgainAt) return entry.key;
      return await (entry.fetching ??= refresh(subdomain, entry));
    },
  };
}

function pauseMs(failures: number): number {
  if (failures === 0) return REFETCH_INTERVAL_MS;
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), REFETCH_INTERVAL_MS);
}
