import { importSPKI } from "jose";

/** Finds the key that verifies shell tokens of an account; null when there is none to be had. */
export type PublicKeySource = {
  find(subdomain: string, options: { fresh: boolean }): Promise<CryptoKey | null>;
};

/** `urlOf`: where an account's PEM is; `now`: epoch ms; `timeoutMs`: for one fetch. */
export type FetchedKeyOptions = {
  urlOf: (subdomain: string) => string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  timeoutMs?: number;
};

const REFETCH_INTERVAL_MS = 60_000;

/** A key given by the configuration: the same for every account. */
export function createFixedKey(pem: string): PublicKeySource {
  let key: Promise<CryptoKey | null> | undefined;
  return { find: async () => await (key ??= importSPKI(pem, "RS256").catch(() => null)) };
}

/**
 * Keys fetched from Zendesk, one an account, kept until a signature fails; fetched at most once a minute an
 * account, so that forged tokens cannot make this server hammer Zendesk.
 */
export function createFetchedKey(
  { urlOf, fetch, now, timeoutMs = 5_000 }: FetchedKeyOptions,
): PublicKeySource {
  const entries = new Map<string, { key: Promise<CryptoKey | null>; fetchedAt: number }>();

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

  return {
    async find(subdomain, { fresh }) {
      const known = entries.get(subdomain);
      const knownKey = known === undefined ? null : await known.key;
      const mayFetch = known === undefined || now() - known.fetchedAt >= REFETCH_INTERVAL_MS;
      if (!mayFetch || (knownKey !== null && !fresh)) return knownKey;
      // A failed refetch does not take away a key that worked.
      const key = fetchKey(subdomain).then((fetched) => fetched ?? knownKey);
      entries.set(subdomain, { key, fetchedAt: now() });
      return await key;
    },
  };
}
