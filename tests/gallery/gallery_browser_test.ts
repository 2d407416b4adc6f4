import { assertEquals } from "@std/assert";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
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

type Look = { scheme: "light" | "dark"; width: number; rules?: string[] };

/** Each scheme and each width, and each rule: colours do not depend on the width, nor sizes on the scheme. */
const LOOKS: Look[] = [
  { scheme: "light", width: 400 },
  { scheme: "dark", width: 270, rules: RULES_OF_LOOKS },
];

/** A fault of one state, in words that lead to it. */
type Fault = string;

Deno.test("gallery: axe finds nothing in any state, light and dark, 270 and 400 px wide", async () => {
  if (pictures !== undefined) await Deno.mkdir(pictures, { recursive: true });
  const faults = await inChromium(async (newPage, base) => {
    const found = LOOKS.map(async (look) => await examineAll(await newPage(), base, look));
    return (await Promise.all(found)).flat();
  });
  assertEquals(faults, []);
});

Deno.test("gallery: a button on a coloured ground can be read under the pointer, too", async () => {
  const faults = await inChromium(async (newPage, base) => {
    const page = await newPage();
    await page.goto(`${base}/`);
    await page.addScriptTag({ url: `${base}${AXE}` });
    const found: Fault[] = [];
    for (const name of Object.keys(states)) {
      for (const scheme of ["light", "dark"]) {
        await showState(page, `${base}/${name}?scheme=${scheme}`);
        for (const button of await page.locator(":is(.problem, .done) button:visible").all()) {
          await button.hover({ force: true });
          const faults = await findViolations(page, ["color-contrast"]);
          found.push(...faults.map((fault) => `${name}, ${scheme}: ${fault}`));
        }
      }
    }
    return found;
  });
  assertEquals(faults, []);
});

Deno.test("gallery: nothing scrolls sideways at 270 px in any language", async () => {
  const faults = await inChromium(async (newPage, base) => {
    const page = await newPage();
    const found: Fault[] = [];
    for (const language of LANGUAGES) {
      await page.goto(`${base}/all?language=${language}`);
      found.push(...await findWide(page));
    }
    return found;
  });
  assertEquals(faults, []);
});

Deno.test("gallery: a value keeps its lines, and what runs from right to left ends on its left", async () => {
  const faults = await inChromium(async (newPage, base) => {
    const page = await newPage();
    await page.goto(`${base}/recipient-scripts`);
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

/** All that is looked at in each state: rules, sizes of targets, and a picture. */
async function examineAll(page: Page, base: string, look: Look): Promise<Fault[]> {
  const { scheme, width, rules } = look;
  const found: Fault[] = [];
  await page.setViewportSize({ width, height: 600 });
  await page.goto(`${base}/?scheme=${scheme}`);
  await page.addScriptTag({ url: `${base}${AXE}` });
  for (const name of Object.keys(states)) {
    await showState(page, `${base}/${name}?scheme=${scheme}`);
    const faults = [...await findViolations(page, rules), ...await findSmallTargets(page)];
    found.push(...faults.map((fault) => `${name}, ${scheme}, ${width} px: ${fault}`));
    if (pictures !== undefined) {
      await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`), fullPage: true });
    }
  }
  return found;
}

/** In the page that is open: to load styles and axe for each state takes longer than to look at it. */
async function showState(page: Page, url: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`Cannot show ${url}: the answer has status ${answer.status}`);
  await page.evaluate((html) => {
    const { title, body, documentElement } = new DOMParser().parseFromString(html, "text/html");
    for (const { name, value } of documentElement.attributes) {
      document.documentElement.setAttribute(name, value);
    }
    document.title = title;
    document.body.replaceWith(body);
  }, await answer.text());
}

/** What these rules find; all where none are named. */
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

/** Works with pages of a browser, in front of the gallery. */
async function inChromium(
  work: (newPage: () => Promise<Page>, base: string) => Promise<Fault[]>,
): Promise<Fault[]> {
  const gallery = createGallery();
  const server = Deno.serve(
    { port: 0, onListen: () => {} },
    (request) => new URL(request.url).pathname === AXE ? answerAxe() : gallery.fetch(request),
  );
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    return await work(() => context.newPage(), `http://localhost:${server.addr.port}`);
  } finally {
    await browser.close();
    await server.shutdown();
  }
}

/** As a script. */
function answerAxe(): Response {
  return new Response(axe.source, { headers: { "Content-Type": "text/javascript" } });
}
