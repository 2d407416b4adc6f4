import type { Browser, Page } from "playwright-core";
import markFrames from "./mark_frames.js" with { type: "text" };

/** What an agent waits for, in milliseconds since the app's frame began to load. */
type Waits = { skeletonMs: number; textMs: number; allMs: number };

/**
 * What went over the wire for the app, Zendesk's proxy included and the browser's cache not. Bytes are NaN where
 * Chromium lost count: it calls a stream cancelled that a script has read to its end before the network says so.
 */
type Traffic = { bytes: number; requests: number; proxyCalls: number };

/** How one ticket was opened. */
export type Timing = Waits & Traffic;

/** A connection and a processor as agents have them. */
const LATENCY_MS = 40;
const BYTES_PER_SECOND = 10_000_000 / 8;
const CPU_SLOWDOWN = 4;

const LOOK_EVERY_MS = 1_000;
const MAX_LOOKS = 15;
const SETTLE_MS = 100;

const MARKS = {
  skeleton: "#skeleton, .skeleton",
  text: '[data-view="recipient"] [data-field="EMAIL"]',
  rows: "[data-communication]",
  events: "[data-event-slot]",
} as const;

/** Opens tickets one after the other in a throttled browser, at first with nothing cached; one opened before, anew. */
export async function timeTickets(
  browser: Browser,
  { zendesk, app, tickets }: { zendesk: string; app: string; tickets: readonly number[] },
): Promise<Timing[]> {
  const context = await browser.newContext();
  try {
    await context.addInitScript({
      content: `const selectors = ${JSON.stringify(MARKS)};\n${markFrames}`,
    });
    const page = await context.newPage();
    await page.goto(`${zendesk}/agent/views`);
    const traffic = await throttle(page, app);
    const timings: Timing[] = [];
    for (const ticket of tickets) {
      const closing = page.locator(`[aria-label="Close #${ticket}"]`);
      if (await closing.count() > 0) await closing.click();
      traffic.reset();
      await page.click(`#ticket-${ticket}`);
      const waits = await readMarks(page, app, ticket);
      timings.push({ ...waits, ...await traffic.read() });
    }
    return timings;
  } finally {
    await context.close();
  }
}

type Marks = { [Name in keyof typeof MARKS]?: number };

/** Looks seldom and late, and not for elements: that would cost the throttled page what is measured. */
async function readMarks(page: Page, app: string, ticket: number): Promise<Waits> {
  for (let look = 0; look < MAX_LOOKS; look++) {
    await page.waitForTimeout(LOOK_EVERY_MS);
    const frame = page.frames().findLast((each) => each.url().startsWith(app));
    const marks: Marks | undefined = await frame?.evaluate(() => Reflect.get(globalThis, "marks"));
    const { skeleton, text, rows, events } = marks ?? {};
    if (!skeleton || !text || !rows || !events) continue;
    return { skeletonMs: skeleton, textMs: text, allMs: Math.max(text, rows, events) };
  }
  throw new Error(`Cannot measure: ${app} did not show all its parts of ticket ${ticket} in time`);
}

/** Slows the page down and counts what it does for the app. */
async function throttle(
  page: Page,
  app: string,
): Promise<{ reset(): void; read(): Promise<Traffic> }> {
  const devTools = await page.context().newCDPSession(page);
  const underWay = new Set<string>();
  const counts = { bytes: 0, requests: 0, proxyCalls: 0 };
  devTools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    const isProxied = request.url.includes("/proxy/v2/");
    if (isProxied) counts.proxyCalls++;
    if (isProxied || request.url.startsWith(app)) underWay.add(requestId);
  });
  devTools.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) underWay.delete(requestId);
  });
  devTools.on("Network.requestServedFromCache", ({ requestId }) => underWay.delete(requestId));
  devTools.on("Network.loadingFailed", ({ requestId }) => {
    if (!underWay.delete(requestId)) return;
    counts.requests++;
    counts.bytes = NaN;
  });
  devTools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!underWay.delete(requestId)) return;
    counts.requests++;
    counts.bytes += encodedDataLength;
  });
  await devTools.send("Network.enable");
  await devTools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return {
    reset: () => Object.assign(counts, { bytes: 0, requests: 0, proxyCalls: 0 }),
    async read() {
      // What was shown may have more behind it, and a stream its end.
      for (let look = 0; look < MAX_LOOKS && underWay.size > 0; look++) {
        await page.waitForTimeout(SETTLE_MS);
      }
      return { ...counts };
    },
  };
}
