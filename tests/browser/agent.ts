/** What an agent does in the simulated Zendesk, and what they see of the app. */
import type { Browser, BrowserContextOptions, Frame, Locator, Page } from "playwright-core";
import { AGENT_COOKIE } from "../../simulators/zendesk/desk_env.ts";
import { createFaults, type Faults } from "./faults.ts";
import recorder from "./recorder.js" with { type: "text" };

/** Such as `ticket:101`, `new_ticket:1` or `user:501`. */
export type PlaceName = `${"ticket" | "new_ticket" | "user"}:${number}`;

/** How the agent's browser is. */
export type AgentOptions = BrowserContextOptions & {
  /** Zendesk's id of the agent; the first agent unless said otherwise. */
  agentId?: number;
  /** Runs in every frame before its own scripts. */
  initScript?: string;
  /** Whether tests move the clock of its pages. */
  ownClock?: true;
};

/** An `initScript` as if nothing could end a request: every answer comes. */
export const UNENDED = `{
  const { fetch } = globalThis;
  globalThis.fetch = (url, init) => fetch(url, { ...init, signal: null });
}`;

/** What moved without the agent's doing, as the browser reckons it. */
export type Shift = { value: number; at: number; moved: string[] };

/** One app frame. */
export type Sidebar = {
  frame: Frame;
  find(selector: string): Locator;
  /** Waits until the element is visible. */
  shows(selector: string): Promise<void>;
  /** Waits until it shows the recipient with this address. */
  showsPerson(email: string): Promise<void>;
  /** Waits until the part is there with nothing under way. */
  loaded(part: string): Promise<void>;
  /** Opens the row of an event. */
  openEvent(slot: number): Promise<void>;
  /** Presses Trigger in the panel of an event, and opens it before where it is closed. */
  trigger(slot: number): Promise<void>;
  /** Whether a text was in the sidebar at any moment, shown or in an attribute. */
  everHeld(text: string): Promise<boolean>;
  /** Those of the texts that were. */
  heldOf(texts: readonly string[]): Promise<string[]>;
  /** What was read aloud so far. */
  announced(): Promise<string[]>;
  shifts(): Promise<Shift[]>;
  /** The id of the element that has the focus. */
  focused(): Promise<string>;
};

/** An agent with a browser of their own. */
export type Agent = {
  page: Page;
  faults: Faults;
  /** Opens a place from the queue, and gives the app beside it. */
  open(place: PlaceName): Promise<Sidebar>;
  /** The same, when its history has come. */
  openLoaded(place: PlaceName): Promise<Sidebar>;
  /** In the place that is in front; null for nobody. */
  changeRequester(userId: number | null): Promise<void>;
  changeEmail(address: string): Promise<void>;
  switchColorScheme(): Promise<void>;
  /** As computed, such as `rgb(255, 255, 255)`. */
  backgroundOf(place: PlaceName): Promise<string>;
  /** As near to `width` pixels as the tray goes. */
  resizeTray(width: number): Promise<void>;
  /** The requests that the app's frames sent to their server, as `GET /sidebar`. */
  requests: readonly string[];
  /** How often such a request was sent. */
  count(request: string): number;
  /** Holds requests back until the answer is called. */
  hold(pattern: string): Promise<() => void>;
  /** Waits until the app sends such a request. */
  sends(method: string, path: string): Promise<void>;
};

/** A new browser context at Zendesk's list of views. */
export async function openAgent(
  browser: Browser,
  { appOrigin, zendeskOrigin }: { appOrigin: string; zendeskOrigin: string },
  { agentId, initScript = "", ownClock, ...options }: AgentOptions = {},
): Promise<Agent> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  await context.addInitScript({ content: `${initScript};\n${recorder}` });
  if (ownClock) await context.clock.install();
  if (agentId !== undefined) {
    await context.addCookies([{ name: AGENT_COOKIE, value: String(agentId), url: zendeskOrigin }]);
  }
  const page = await context.newPage();
  const faults = createFaults(page, appOrigin);
  const requests: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === appOrigin) requests.push(`${request.method()} ${url.pathname}${url.search}`);
  });
  await page.goto(`${zendeskOrigin}/agent/views`);

  async function open(place: PlaceName): Promise<Sidebar> {
    const [kind = "", id = ""] = place.split(":");
    await page.click(kind === "new_ticket" ? "#new-ticket" : `#${kind}-${id}`);
    const element = await page.waitForSelector(`iframe[data-place="${place}"]`);
    const frame = await element.contentFrame();
    if (frame === null) throw new Error(`Cannot open ${place}: it has no frame`);
    return createSidebar(frame);
  }

  return {
    page,
    faults,
    requests,
    count: (request) => requests.filter((sent) => sent === request).length,
    open,
    async openLoaded(place) {
      const sidebar = await open(place);
      await sidebar.loaded("communications");
      return sidebar;
    },
    async changeRequester(userId) {
      await page.selectOption("#requester", userId === null ? "" : String(userId));
    },
    async changeEmail(address) {
      await page.fill("#requester-email", address);
      await page.click("#save-email");
    },
    backgroundOf: (place) =>
      page.frameLocator(`iframe[data-place="${place}"]`).locator("body")
        .evaluate((body) => getComputedStyle(body).backgroundColor),
    switchColorScheme: () => page.click("#dark-mode"),
    async resizeTray(width) {
      const edge = page.locator("#tray-edge");
      await edge.press("Home");
      for (let now = 270; now < width; now += 10) await edge.press("ArrowLeft");
    },
    async hold(pattern) {
      const released = Promise.withResolvers<void>();
      await page.route(pattern, async (route) => {
        await released.promise;
        await route.continue();
      });
      return released.resolve;
    },
    async sends(method, path) {
      await page.waitForRequest((request) =>
        request.method() === method && request.url() === `${appOrigin}${path}`
      );
    },
  };
}

function createSidebar(frame: Frame): Sidebar {
  const find = (selector: string) => frame.locator(selector);
  const heldOf = (texts: readonly string[]) =>
    frame.evaluate((texts) => {
      const { markup }: { markup: string[] } = Reflect.get(globalThis, "seen");
      return texts.filter((text) => markup.some((one) => one.includes(text)));
    }, texts);
  async function openEvent(slot: number): Promise<void> {
    await find(`#event-${slot}-open`).click();
    await find(`#event-${slot}-trigger`).waitFor();
  }
  return {
    frame,
    find,
    shows: (selector) => find(selector).first().waitFor(),
    showsPerson: (email) =>
      find("[data-field=EMAIL] dd span").getByText(email, { exact: true }).waitFor(),
    loaded: (part) => find(`[data-view="${part}"]:not([aria-busy])`).waitFor(),
    openEvent,
    async trigger(slot) {
      const button = find(`#event-${slot}-trigger`);
      if (!await button.isVisible()) await openEvent(slot);
      await button.click();
    },
    everHeld: async (text) => (await heldOf([text])).length > 0,
    heldOf,
    announced: () => frame.evaluate(() => Reflect.get(globalThis, "seen").announced),
    shifts: () => frame.evaluate(() => Reflect.get(globalThis, "seen").shifts),
    focused: () => frame.evaluate(() => document.activeElement?.id ?? ""),
  };
}
