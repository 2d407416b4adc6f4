import { type Actions, createActions } from "./actions/actions.ts";
import { keepStore, type KeptStore } from "./actions/kept_store.ts";
import { createReveals, type Reveals } from "./actions/reveals.ts";
import { createPauses, type Pauses } from "./actions/pauses.ts";
import { type Agillic, createAgillic } from "./agillic/client.ts";
import { type Clock, watchDates } from "./checks/clock.ts";
import { type Compression, createCompression } from "./compression.ts";
import type { Config } from "./config.ts";
import { createSessions, type Sessions } from "./installation/session.ts";
import type { AppOptions } from "./options.ts";
import { outcomeOf } from "./problem_of.ts";
import { createResuming, type Resuming } from "./resuming.ts";
import { createReaders, type ReadersOf } from "./readers.ts";
import { createSealing, type Sealing } from "./sealing.ts";
import { createFetchedKey, createFixedKey, type PublicKeySource } from "./zendesk/public_key.ts";

/** What routes work with; made once an app. */
export type Services = Omit<AppOptions, "openStore"> & {
  store: KeptStore;
  sealing: Sealing;
  sessions: Sessions;
  publicKey: PublicKeySource;
  agillic: Agillic;
  /** What Agillic's answers say about the time. */
  agillicClock: Clock;
  readersOf: ReadersOf;
  actions: Actions;
  reveals: Reveals;
  pauses: Pauses;
  resuming: Resuming;
  compression: Compression;
};

/** Puts the rooms together. Nothing is opened or fetched until the first request. */
export function createServices({ openStore, ...options }: AppOptions): Services {
  const { config, fetch, now, elapsed, random, delay, log, metrics, randomId } = options;
  const { readOnly } = config;
  const store = keepStore({ ...options, open: openStore, countStoreUse: metrics.countStoreUse });
  const sealing = createSealing({ keys: config.sessionKeys, now });
  const watched = watchDates({ fetch, now });
  const agillic = createAgillic({
    baseUrl: config.agillicBaseUrl,
    fetch: watched.fetch,
    now,
    elapsed,
    random,
    delay,
    callsAtOnce: config.agillicCalls,
    watch: metrics.agillic,
  });
  const actions = createActions({
    store,
    sealing,
    now,
    elapsed,
    delay,
    log,
    randomId,
    readOnly,
    outcomeOf,
    countAction: metrics.countAction,
  });
  const pauses = createPauses({ store, sealing, now, log });
  return {
    ...options,
    store,
    sealing,
    sessions: createSessions({ sealing, now }),
    publicKey: createAccountKeys(
      config,
      createFetchedKey({ urlOf: publicKeyUrl(config), fetch, elapsed }),
    ),
    agillic,
    agillicClock: watched.clock,
    readersOf: createReaders(),
    compression: createCompression(),
    reveals: createReveals({ store, sealing, now, randomId, log }),
    actions,
    pauses,
    resuming: createResuming({ config, pauses, actions, agillic, now, elapsed, randomId, log }),
  };
}

/** Each account's key as the configuration has it, else as Zendesk has it. */
function createAccountKeys({ accounts }: Config, fetched: PublicKeySource): PublicKeySource {
  const fixed = new Map(
    [...accounts].flatMap(([subdomain, { appKey }]) =>
      "pem" in appKey ? [[subdomain, createFixedKey(appKey.pem)] as const] : []
    ),
  );
  return {
    find: (subdomain, options) => (fixed.get(subdomain) ?? fetched).find(subdomain, options),
  };
}

/** Where Zendesk has the public key of an account’s app. */
export function publicKeyUrl({ accounts, zendeskOrigin }: Config): (subdomain: string) => string {
  return (subdomain) => {
    const appKey = accounts.get(subdomain)?.appKey ?? {};
    const appId = "appId" in appKey ? appKey.appId : "";
    const origin = zendeskOrigin ?? `https://${subdomain}.zendesk.com`;
    return `${origin}/api/v2/apps/${appId}/public_key.pem`;
  };
}
