/** The app between both simulators, in one process: what journeys are made of. */
import { createApp } from "../server/app.ts";
import { type Kv, openKvStore } from "../server/actions/kv_store.ts";
import { type Config, parseConfig } from "../server/config.ts";
import { createMetrics } from "../server/metrics.ts";
import { delay } from "../server/delay.ts";
import type { Assets, LogEntry } from "../server/options.ts";
import { STAND_IN_ASSETS } from "./built_assets.ts";
import { watched } from "./watched_store.ts";
import { type AgillicSimulator, createAgillicSimulator } from "../simulators/agillic/app.ts";
import { createZendeskSimulator, type ZendeskSimulator } from "../simulators/zendesk/app.ts";
import { createAppKeys } from "../simulators/zendesk/keys.ts";
import type { ShellTokenOverrides } from "../simulators/zendesk/switches.ts";
import type { SettingsTokenOptions } from "../simulators/zendesk/settings_token.ts";
import { DEFAULT_SETTINGS, DEVELOPMENT_SETTINGS_SECRET } from "../simulators/zendesk/settings.ts";

/** Where the app is in tests. */
export const ORIGIN = "http://localhost:8000";
/** A Tuesday morning in winter: 2026-02-10 09:12:05 UTC. */
export const NOW = Date.UTC(2026, 1, 10, 9, 12, 5);
/** 32 bytes in base64url. */
export const SESSION_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

/** The headers that the shell sends of requester, ticket and agent, not yet encoded. */
export type Place = Partial<
  Record<
    | keyof typeof METTE
    | "Requester-Other-Emails"
    | "Requester-Phones"
    | "Requester-Locale"
    | "Requester-Name"
    | "Zendesk-Location"
    | "Agent-Role",
    string
  >
>;

/** What a journey may change before it starts. */
export type TestAppOptions = {
  env?: Record<string, string>;
  /** `ACCOUNTS` in place of its short form; their public key is the simulator's. */
  accounts?: Record<string, Record<string, unknown>>;
  settings?: Record<string, string | boolean>;
  assets?: Partial<Assets>;
  /** Null for a store that cannot be opened; a memory store by default, closed by `close`. */
  kv?: Kv | null;
  /** Opens the store in another way. */
  openKv?: () => Promise<Kv>;
  /** Sees each request to Agillic or Zendesk first; answer undefined to let it through. */
  intercept?: (
    url: URL,
    init: RequestInit,
  ) => Promise<Response | undefined> | Response | undefined;
};

/** The app, its surroundings, and what was logged. `clock.now` (epoch ms) is for tests to move. */
export type TestApp = {
  agillic: AgillicSimulator;
  zendesk: ZendeskSimulator;
  config: Config;
  log: LogEntry[];
  clock: { now: number };
  /** From the signal to stop on. */
  process: { isStopping: boolean };
  /** What the server does by itself each minute. */
  resumeDue(): Promise<void>;
  /** What the store was asked for has ended, also what nobody waits for any more. */
  storeIsIdle(): Promise<void>;
  /** A request to the app, as it is. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Zendesk's form POST. */
  openShell(overrides?: ShellTokenOverrides): Promise<Response>;
  /** The pass of an agent, from the shell page. */
  agentPass(overrides?: ShellTokenOverrides): Promise<string>;
  /** The session of an agent, the way the shell gets it. */
  signIn(overrides?: ShellTokenOverrides): Promise<string>;
  /** What Zendesk's proxy sends to /session for the shell. */
  sessionHeaders(
    claims?: Record<string, unknown>,
    signing?: SettingsTokenOptions,
  ): Promise<Record<string, string>>;
  /** A fragment request for mette@example.dk in ticket 101, unless `place` says otherwise; signs in by itself. */
  get(path: string, place?: Place, headers?: Record<string, string>): Promise<Response>;
  /** The post of an action's form; `values` are its other fields. */
  post(
    path: string,
    action: string,
    place?: Place,
    headers?: Record<string, string>,
    values?: Record<string, string>,
  ): Promise<Response>;
  close(): void;
};

/** Starts one; say `using app = await createTestApp()` or close it. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp & Disposable> {
  const clock = { now: NOW };
  const now = () => clock.now;
  const agillic = createAgillicSimulator({ now, flowDelayMs: 0 });
  const zendesk = createZendeskSimulator({
    origin: "https://acme.zendesk.com",
    backend: ORIGIN,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    keys: APP_KEYS,
    manifest: JSON.parse(
      await Deno.readTextFile(new URL("../app-shell/package/manifest.json", import.meta.url)),
    ),
    now,
    // The proxy reaches the app alone.
    fetch: async (request) => await server.fetch(request),
  });
  const appPublicKey = zendesk.publicKeyPem;
  const config = parseConfig({
    PUBLIC_URL: ORIGIN,
    SESSION_KEYS: SESSION_KEY,
    KV_PATH: ":memory:",
    ...(options.accounts === undefined
      ? {
        ZENDESK_SUBDOMAINS: "acme",
        ZENDESK_APP_PUBLIC_KEY: appPublicKey,
        SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
      }
      : {
        ACCOUNTS: JSON.stringify(
          Object.fromEntries(
            Object.entries(options.accounts).map((
              [name, account],
            ) => [name, { appPublicKey, ...account }]),
          ),
        ),
      }),
    ...options.env,
  });
  const process = { isStopping: false };
  const memory = options.kv === undefined ? await Deno.openKv(":memory:") : null;
  const kv = options.kv ?? memory;
  const openKv = options.openKv ??
    (() => kv === null ? Promise.reject(new TypeError("No such store")) : Promise.resolve(kv));
  const log: LogEntry[] = [];
  const uses = new Set<Promise<unknown>>();
  const server = createApp({
    config,
    assets: { ...STAND_IN_ASSETS, ...options.assets },
    openStore: async () => watched(await openKvStore(openKv), uses),
    fetch: async (url, init) => {
      const intercepted = await options.intercept?.(new URL(url), init);
      if (intercepted !== undefined) return intercepted;
      return new URL(url).host.endsWith(".zendesk.com")
        ? await zendesk.fetch(url, init)
        : await agillic.fetch(url, init);
    },
    now,
    elapsed: () => clock.now,
    random: () => 0.5,
    randomId: () => `id-${++ids}`,
    delay: nextTurn,
    log: (entry) => log.push(entry),
    metrics: createMetrics({ now, memoryBytes: () => 1_000_000 }),
    isStopping: () => process.isStopping,
  });

  let session: string | undefined;
  const headersOf = async (place: Place, headers: Record<string, string>) => {
    const given = { ...METTE, ...place };
    const encoded = Object.entries(given).map(([name, value]) => [name, encodeURIComponent(value)]);
    const authorization = headers.Authorization ?? `Bearer ${session ??= await self.signIn()}`;
    return {
      Requester: "echo-1",
      ...Object.fromEntries(encoded),
      ...headers,
      Authorization: authorization,
    };
  };
  const self: TestApp = {
    agillic,
    zendesk,
    config,
    log,
    clock,
    process,
    resumeDue: server.resumeDue,
    storeIsIdle: async () => {
      while (uses.size > 0) await Promise.allSettled(uses);
    },
    request: async (path, init) => await server.fetch(new Request(`${ORIGIN}${path}`, init)),
    openShell: async (overrides) => {
      const token = await zendesk.signShellToken(overrides);
      const query = new URLSearchParams({
        origin: "https://acme.zendesk.com",
        app_guid: "guid",
        colorScheme: "light",
      });
      return await self.request(`/shell?${query}`, {
        method: "POST",
        body: new URLSearchParams({ token }),
      });
    },
    agentPass: async (overrides) => {
      const page = await (await self.openShell(overrides)).text();
      return /<meta name="agent-pass" content="([^"]+)"/.exec(page)?.[1] ?? "";
    },
    sessionHeaders: async (claims, signing) => ({
      Authorization: `Bearer ${await zendesk.signSettings(claims, signing)}`,
      "Agillic-Token": zendesk.fillHeader("{{setting.base64_encoded_token}}"),
      "Content-Type": "application/json",
    }),
    signIn: async (overrides) => {
      const response = await self.request("/session", {
        method: "POST",
        headers: await self.sessionHeaders(),
        body: JSON.stringify({ agentPass: await self.agentPass(overrides) }),
      });
      if (response.status !== 200) throw new Error(`Cannot sign in: ${response.status}`);
      return (await response.json()).session;
    },
    get: async (path, place = {}, headers = {}) =>
      await self.request(path, { headers: await headersOf(place, headers) }),
    post: async (path, action, place = {}, headers = {}, values = {}) =>
      await self.request(path, {
        method: "POST",
        headers: await headersOf(place, headers),
        body: new URLSearchParams({ ...values, action }),
      }),
    close: () => memory?.close(),
  };
  return Object.assign(self, { [Symbol.dispose]: self.close });
}

// Counted across apps: those that share a store must not make each other's ids.
let ids = 0;

// Making a pair takes longer than a whole journey.
const APP_KEYS = createAppKeys();

/** Waits for no time at all, but lets everything else run: whoever waits for the clock waits for the test to move it. */
function nextTurn(_ms: number, signal?: AbortSignal): Promise<void> {
  return delay(0, signal);
}

const METTE = {
  "Requester-Email": "mette@example.dk",
  "Requester-Id": "501",
  "Ticket-Id": "101",
  "Ticket-Created-At": new Date(NOW - 3_600_000).toISOString(),
  "Agent-Locale": "en-US",
  "Agent-Time-Zone": "Europe/Copenhagen",
  "Agent-Name": "Mette Agent",
};
