import { type Account, createAccount } from "./account.ts";
import { installApp, type Installation } from "./installation.ts";
import { type AppKeys, createAppKeys } from "./keys.ts";
import { DEFAULT_SETTINGS, DEVELOPMENT_WEBHOOK_SECRET, type Settings } from "./settings.ts";
import { DEFAULT_SWITCHES, type Switches } from "./switches.ts";
import type { Delivery } from "./webhooks.ts";

/** One request to the simulated Zendesk. Holds no body, token or setting. */
export type Call = {
  readonly at: number;
  readonly method: string;
  /** The pattern it matched, as in `COVERAGE`. */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly agentId: number;
  /** For a proxied request, where it went to; null for one that was refused before. */
  readonly proxied?: {
    readonly method: string;
    readonly url: string;
    readonly status: number | null;
  };
};

/** How to make a Zendesk simulator. */
export type ZendeskSimulatorOptions = {
  /** Where the simulator itself is, such as `http://localhost:8002`. */
  readonly origin: string;
  /** Where the app's server is, such as `http://localhost:8000`. */
  readonly backend: string;
  /** The app's manifest.json, parsed. */
  readonly manifest: unknown;
  /** One of the app's translation files, parsed: the labels of the settings page. */
  readonly translations?: unknown;
  readonly subdomain?: string;
  readonly appId?: number;
  readonly installationId?: number;
  /** Laid over `DEFAULT_SETTINGS`. */
  readonly settings?: Settings;
  readonly switches?: Partial<Switches>;
  /** What its webhook is signed with. */
  readonly webhookSecret?: string;
  readonly keys?: AppKeys;
  readonly now?: () => number;
  /** What the proxy sends with. */
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly delay?: (ms: number) => Promise<void>;
};

/** All that the simulator's parts share. */
export type Simulation = {
  readonly origin: string;
  readonly backend: string;
  readonly subdomain: string;
  readonly appId: number;
  readonly installationId: number;
  readonly installation: Installation;
  readonly translations: unknown;
  readonly calls: Call[];
  readonly webhookSecret: string;
  /** What became of each webhook. */
  readonly deliveries: Delivery[];
  /** How many webhooks were made. */
  invocations: number;
  account: Account;
  settings: Settings;
  switches: Switches;
  keys(): AppKeys;
  now(): number;
  fetch(request: Request): Promise<Response>;
  delay(ms: number): Promise<void>;
  /** Puts account, settings, switches and calls back to the start. */
  reset(): void;
};

/** Brings the parts' shared state to life. */
export function createSimulation(options: ZendeskSimulatorOptions): Simulation {
  const now = options.now ?? Date.now;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const switches = { ...DEFAULT_SWITCHES, ...options.switches };
  let keys = options.keys;
  return {
    origin: options.origin,
    backend: options.backend,
    subdomain: options.subdomain ?? "acme",
    appId: options.appId ?? 1234,
    installationId: options.installationId ?? 5678,
    installation: installApp(options.manifest, options.backend),
    translations: options.translations ?? {},
    calls: [],
    webhookSecret: options.webhookSecret ?? DEVELOPMENT_WEBHOOK_SECRET,
    deliveries: [],
    invocations: 0,
    account: createAccount(now),
    settings,
    switches,
    keys: () => keys ??= createAppKeys(),
    now,
    fetch: options.fetch ?? ((request) => fetch(request)),
    delay: options.delay ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    reset() {
      this.account = createAccount(now);
      this.settings = settings;
      this.switches = switches;
      this.calls.length = 0;
      this.deliveries.length = 0;
    },
  };
}
