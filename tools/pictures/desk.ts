/** The app between both simulators at one moment, in a browser that believes it. */
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { createKvStore } from "../../server/actions/kv_store.ts";
import { createApp } from "../../server/app.ts";
import { parseConfig } from "../../server/config.ts";
import { delay } from "../../server/delay.ts";
import { createMetrics } from "../../server/metrics.ts";
import { type AgillicSimulator, createAgillicSimulator } from "../../simulators/agillic/app.ts";
import type { ZendeskSimulator } from "../../simulators/zendesk/app.ts";
import { AGENT_COOKIE } from "../../simulators/zendesk/desk_env.ts";
import { serve as serveZendesk } from "../../simulators/zendesk/main.ts";
import {
  DEVELOPMENT_SETTINGS_SECRET,
  DEVELOPMENT_WEBHOOK_SECRET,
  SERVED_SETTINGS,
} from "../../simulators/zendesk/settings.ts";
import { readBuiltAssets } from "../../tests/built_assets.ts";
import { launchChromium } from "../chromium.ts";

/** What a picture is taken of; each has simulators, store and browser of its own. */
export type PictureDesk = AsyncDisposable & {
  agillic: AgillicSimulator;
  zendesk: ZendeskSimulator;
  page: Page;
  /** Lets time go by, which otherwise stands still: for server, simulators and browser. */
  pass(ms: number): Promise<void>;
  /** Goes to a page of the simulated Zendesk. */
  goTo(path: string): Promise<void>;
  /** Goes to a ticket, a new one or a user, and waits until the app beside it has nothing under way. */
  open(place: Place): Promise<FrameLocator>;
  /** Waits until the app in front has nothing under way. */
  settled(): Promise<FrameLocator>;
};

/** Such as `tickets/101`, `tickets/new` or `users/501`. */
export type Place = `${"tickets" | "users"}/${number | "new"}`;

/** The page's size in CSS pixels, how many pixels each is in the picture, and who looks at it. */
export type DeskLook = {
  width?: number;
  height?: number;
  scale?: 1 | 2;
  agentId?: number;
  dark?: boolean;
};

// Tuesday 10 February 2026, 10:12 in Copenhagen.
const NOW = Date.UTC(2026, 1, 10, 9, 12, 5);
const SESSION_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

/** Starts what `deno task dev` starts, on free ports. */
export async function openPictureDesk(look: DeskLook = {}): Promise<PictureDesk> {
  const stack = new AsyncDisposableStack();
  let time = NOW;
  const now = () => time;
  const agillic = createAgillicSimulator({ now });
  const kv = await Deno.openKv(":memory:");
  stack.defer(() => kv.close());

  const app = { fetch: (_: Request): Response | Promise<Response> => new Response() };
  const server = Deno.serve(
    { port: 0, hostname: "localhost", automaticCompression: true, onListen() {} },
    (request) => app.fetch(request),
  );
  stack.defer(() => server.shutdown());
  const appOrigin = `http://localhost:${server.addr.port}`;
  const zendesk = await serveZendesk({
    port: 0,
    backend: appOrigin,
    now,
    settings: SERVED_SETTINGS,
  });
  stack.defer(() => zendesk.close());
  const hono = createApp({
    config: parseConfig({
      PUBLIC_URL: appOrigin,
      ZENDESK_SUBDOMAINS: "acme",
      ZENDESK_APP_ID: "1234",
      ZENDESK_APP_PUBLIC_KEY: zendesk.simulator.publicKeyPem,
      ZENDESK_ORIGIN: zendesk.origin,
      SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
      WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET,
      SESSION_KEYS: SESSION_KEY,
      KV_PATH: ":memory:",
    }),
    assets: await readBuiltAssets(),
    openStore: () => Promise.resolve(createKvStore(kv)),
    async fetch(url, init) {
      const response = await agillic.fetch(url, init);
      // As a server that listens would say.
      response.headers.set("Date", new Date(now()).toUTCString());
      return response;
    },
    now,
    elapsed: now,
    random: () => 0.5,
    randomId: createIds(),
    delay,
    log: () => {},
    metrics: createMetrics({ now, memoryBytes: () => 0 }),
    isStopping: () => false,
  });
  app.fetch = (request) => hono.fetch(request);

  const browser = await launchChromium();
  stack.defer(() => browser.close());
  const { width = 1280, height = 860, scale = 1, agentId, dark = false } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    timezoneId: "Europe/Copenhagen",
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  await context.clock.setFixedTime(NOW);
  await signIn(context, zendesk.origin, { agentId, dark });
  const page = await context.newPage();
  const goTo = async (path: string) => {
    await page.goto(`${zendesk.origin}${path}`);
  };
  const settled = async () => {
    const frame = page.frameLocator("iframe[data-place]");
    await frame.locator("main:not([aria-busy]) [data-view]").first().waitFor();
    await frame.locator("body:not(:has([aria-busy]))").waitFor();
    // The tray follows the content's height.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return frame;
  };

  return {
    agillic,
    zendesk: zendesk.simulator,
    page,
    async pass(ms) {
      time += ms;
      await context.clock.setFixedTime(time);
    },
    goTo,
    settled,
    async open(place) {
      await goTo(`/agent/${place}`);
      return await settled();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function signIn(
  context: BrowserContext,
  origin: string,
  { agentId, dark }: { agentId: number | undefined; dark: boolean },
): Promise<void> {
  if (agentId !== undefined) {
    await context.addCookies([{ name: AGENT_COOKIE, value: String(agentId), url: origin }]);
  }
  if (dark) {
    await context.addInitScript(() => localStorage.setItem("color_scheme", "dark"));
  }
}

/** The same request ids in every run. */
function createIds(): () => string {
  let count = 0;
  return () => `2f0c61de-5b0a-4f6e-9d1b-${(++count).toString(16).padStart(12, "0")}`;
}
