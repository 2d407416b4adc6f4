/** The app and both simulators on ports of their own, and a browser: what browser tests are made of. */
import { build } from "../../app-shell/build.ts";
import { createKvStore } from "../../server/actions/kv_store.ts";
import { createApp } from "../../server/app.ts";
import { parseConfig } from "../../server/config.ts";
import { delay } from "../../server/delay.ts";
import { createMetrics } from "../../server/metrics.ts";
import type { LogEntry } from "../../server/options.ts";
import type { AgillicSimulator } from "../../simulators/agillic/app.ts";
import { serve as serveAgillic } from "../../simulators/agillic/main.ts";
import type { ZendeskSimulator } from "../../simulators/zendesk/app.ts";
import { serve as serveZendesk } from "../../simulators/zendesk/main.ts";
import {
  DEVELOPMENT_SETTINGS_SECRET,
  DEVELOPMENT_WEBHOOK_SECRET,
} from "../../simulators/zendesk/settings.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { readBuiltAssets } from "../built_assets.ts";
import { type Agent, type AgentOptions, openAgent } from "./agent.ts";

const SESSION_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

/** One Zendesk with the app in it; shared by the tests of a file. */
export type Desk = {
  agillic: AgillicSimulator;
  zendesk: ZendeskSimulator;
  /** Where the app's server is. */
  appOrigin: string;
  zendeskOrigin: string;
  /** How many calls went through Zendesk's proxy since the last `visit`. */
  countProxied(): number;
  /** What the server logged since the last `visit`. */
  log: readonly LogEntry[];
  /** Holds the app's calls to Agillic to such addresses, until what it returns is called or the next `visit`. */
  holdCalls(pattern: RegExp): () => void;
  /** How far the clock of server and simulators is ahead of the browser's, in ms. */
  clock: { aheadMs: number };
  /** An agent at a fresh desk: simulators, store and log are back at their start. Leaves with the test. */
  visit(options?: AgentOptions): Promise<Agent>;
};

let desk: Promise<Desk> | undefined;

/** Builds the shell when needed and starts everything, once for all files that are loaded together. */
export function startDesk(): Promise<Desk> {
  return desk ??= openDesk();
}

async function openDesk(): Promise<Desk> {
  const stack = new AsyncDisposableStack();
  const agents: Agent[] = [];
  Deno.test.afterEach(async () => {
    for (const { page, faults } of agents.splice(0)) {
      await page.context().close();
      faults.check();
    }
  });
  Deno.test.afterAll(() => stack.disposeAsync());
  const [assets, browser] = await Promise.all([
    build("bundled").then(readBuiltAssets),
    launchChromium(),
  ]);
  stack.use(browser);
  const log: LogEntry[] = [];
  const clock = { aheadMs: 0 };
  const now = () => Date.now() + clock.aheadMs;

  const app = { fetch: (_: Request): Response | Promise<Response> => new Response() };
  const server = Deno.serve(
    { port: 0, hostname: "localhost", automaticCompression: true, onListen() {} },
    (request) => app.fetch(request),
  );
  stack.use(server);
  const appOrigin = `http://localhost:${server.addr.port}`;
  // A flow without delay: what an event sends is in the history at once.
  const agillic = await serveAgillic(0, { now, flowDelayMs: 0 });
  stack.defer(() => agillic.close());
  const zendesk = await serveZendesk({ port: 0, backend: appOrigin, now });
  stack.defer(() => zendesk.close());
  const config = parseConfig({
    PUBLIC_URL: appOrigin,
    ZENDESK_SUBDOMAINS: "acme",
    ZENDESK_APP_ID: "1234",
    ZENDESK_ORIGIN: zendesk.origin,
    SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
    WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET,
    SESSION_KEYS: SESSION_KEY,
    KV_PATH: ":memory:",
    AGILLIC_BASE_URL: agillic.origin,
  });

  const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  stack.defer(() => client.close());
  const held = new Map<RegExp, PromiseWithResolvers<void> & { calls: number }>();
  function release(pattern: RegExp): void {
    held.get(pattern)?.resolve();
    held.delete(pattern);
  }
  stack.defer(() => [...held.keys()].forEach(release));
  let kv: Deno.Kv | undefined;
  stack.defer(() => kv?.close());
  /** A new server: nothing triggered yet, nothing remembered. */
  async function restart(): Promise<void> {
    kv?.close();
    const memory = kv = await Deno.openKv(":memory:");
    [...held.keys()].forEach(release);
    clock.aheadMs = 0;
    agillic.simulator.reset();
    zendesk.simulator.reset();
    log.length = 0;
    const hono = createApp({
      config,
      assets,
      openStore: () => Promise.resolve(createKvStore(memory)),
      // Without kept connections, on which Deno's fetch would repeat what broke.
      async fetch(url, init) {
        const hold = [...held].find(([pattern]) => pattern.test(String(url)));
        if (hold !== undefined) {
          hold[1].calls++;
          await hold[1].promise;
        }
        return await fetch(url, Object.assign({ ...init }, { client }));
      },
      now,
      elapsed: () => performance.now() + clock.aheadMs,
      random: Math.random,
      randomId: () => crypto.randomUUID(),
      delay,
      log: (entry) => log.push(entry),
      metrics: createMetrics({ now, memoryBytes: () => 0 }),
      isStopping: () => false,
    });
    app.fetch = (request) => hono.fetch(request);
  }

  return {
    agillic: agillic.simulator,
    zendesk: zendesk.simulator,
    appOrigin,
    zendeskOrigin: zendesk.origin,
    countProxied: () => zendesk.simulator.calls.filter(({ proxied }) => proxied).length,
    log,
    holdCalls(pattern) {
      const hold = { ...Promise.withResolvers<void>(), calls: 0 };
      held.set(pattern, hold);
      return () => {
        release(pattern);
        if (hold.calls === 0) throw new Error(`Cannot release: no call was held by ${pattern}`);
      };
    },
    clock,
    async visit(options) {
      await restart();
      const origins = { appOrigin, zendeskOrigin: zendesk.origin };
      const agent = await openAgent(browser, origins, options);
      agents.push(agent);
      return agent;
    },
  };
}
