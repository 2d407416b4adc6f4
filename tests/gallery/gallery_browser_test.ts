import { assertEquals } from "@std/assert";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../tools/chromium.ts";
import { LANGUAGES } from "../../views/words/copy.ts";
import { createGallery } from "./app.tsx";
import { states } from "./states.tsx";

/** A folder for a picture of each state in each scheme; they are for looking at, and cost as much as the rules. */
const pictures = Deno.env.get("GALLERY_PICTURES");

/** The rules whose verdict width or colours can change; the others read the document alone. */
const RULES_OF_LOOKS = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
  "target-size",
];

const AXE = "/axe.js";

/** Each scheme and each width: colours do not depend on the width, nor sizes on the scheme. */
const LOOKS = [{ scheme: "light", width: 400 }, { scheme: "dark", width: 270 }] as const;

/** A fault of one state, in words that lead to it. */
type Fault = string;

Deno.test("gallery: axe finds nothing in any state, light and dark, 270 and 400 px wide", async () => {
  if (pictures !== undefined) await Deno.mkdir(pictures, { recursive: true });
  const faults = await inChromium(
    Object.keys(states),
    (page, base, name) => examine(page, base, name),
  );
  assertEquals(faults, []);
});

Deno.test("gallery: nothing scrolls sideways at 270 px in any language", async () => {
  const faults = await inChromium(LANGUAGES, async (page, base, language) => {
    await page.goto(`${base}/all?language=${language}`);
    return await findWide(page);
  });
  assertEquals(faults, []);
});

Deno.test("gallery: a value keeps its lines, and what runs from right to left ends on its left", async () => {
  const faults = await inChromium(["recipient-scripts"], async (page, base, name) => {
    await page.goto(`${base}/${name}`);
    const address = await page.locator("[data-field=ADDRESS] dd > span").innerText();
    await page.goto(`${base}/communications-scripts`);
    const [first = 0, last = 0] = await page.locator("[data-communication] strong").first()
      .evaluate(({ firstChild }) =>
        [0, "מבצע סתיו".length].map((at) => {
          const character = new Range();
          if (firstChild === null) return 0;
          character.setStart(firstChild, at);
          character.setEnd(firstChild, at + 1);
          return character.getBoundingClientRect().left;
        })
      );
    return [
      ...(address.split("\n").length === 4 ? [] : [`the address is ${JSON.stringify(address)}`]),
      ...(last < first ? [] : [`the mark ends at ${last}, the letters begin at ${first}`]),
    ];
  });
  assertEquals(faults, []);
});

/** All that is looked at in one state: rules, sizes of targets, and a picture of each look. */
async function examine(page: Page, base: string, name: string): Promise<Fault[]> {
  const found: Fault[] = [];
  await page.goto(`${base}/${name}`);
  await page.addScriptTag({ url: `${base}${AXE}` });
  found.push(...(await findViolations(page)).map((violation) => `${name}: ${violation}`));
  for (const { scheme, width } of LOOKS) {
    await page.evaluate((scheme) => document.documentElement.dataset.colorScheme = scheme, scheme);
    const look = `${name}, ${scheme}, ${width} px`;
    await page.setViewportSize({ width, height: 600 });
    const violations = await findViolations(page, RULES_OF_LOOKS);
    found.push(...violations.map((violation) => `${look}: ${violation}`));
    found.push(...(await findSmallTargets(page)).map((target) => `${look}: ${target}`));
    if (pictures !== undefined) {
      const path = join(pictures, `${name}-${scheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  return found;
}

/** What these rules find, or all. */
function findViolations(page: Page, values?: string[]): Promise<Fault[]> {
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      preload: false,
      ...(values ? { runOnly: { type: "rule", values } } : {}),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, values);
}

function findWide(page: Page): Promise<Fault[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-state-name]")]
      .filter((cell) => cell.scrollWidth > cell.clientWidth)
      .map((cell) => `${cell.dataset.stateName} is ${cell.scrollWidth} px wide`)
  );
}

function findSmallTargets(page: Page): Promise<Fault[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, a, summary, input:not([type=hidden])")]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ element, box }) => `${element.id} is ${box.width} by ${box.height} px`)
  );
}

/** Works through a list with two pages of one browser, side by side. */
async function inChromium(
  list: readonly string[],
  work: (page: Page, base: string, item: string) => Promise<Fault[]>,
): Promise<Fault[]> {
  const gallery = createGallery();
  const server = Deno.serve(
    { port: 0, onListen: () => {} },
    (request) => new URL(request.url).pathname === AXE ? answerAxe() : gallery.fetch(request),
  );
  const browser = await launchChromium();
  try {
    const base = `http://localhost:${server.addr.port}`;
    const left = [...list];
    const pages = await Promise.all([newPage(browser), newPage(browser)]);
    const faults = await Promise.all(pages.map(async (page) => {
      const found: Fault[] = [];
      for (let item = left.shift(); item !== undefined; item = left.shift()) {
        found.push(...await work(page, base, item));
      }
      return found;
    }));
    return faults.flat();
  } finally {
    await browser.close();
    await server.shutdown();
  }
}

/** As a script that the browser keeps, compiled, from state to state. */
function answerAxe(): Response {
  const headers = { "Content-Type": "text/javascript", "Cache-Control": "max-age=3600" };
  return new Response(axe.source, { headers });
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  return await context.newPage();
}
