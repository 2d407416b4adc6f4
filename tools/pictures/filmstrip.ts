/** The main job of an agent in four frames, beside each other. */
import type { Locator, Page } from "playwright-core";
import { type Picture, TRAY } from "./picture.ts";

type Frame = { words: string; png: string };

/** The tray's width, and as much of its height as the job needs, in CSS pixels. */
const FRAME = { width: 340, height: 480 };
/** When the sidebar looks at the history after a trigger. */
const FIRST_LOOK_MS = 6_000;

/** From a ticket that is opened to a mail that has arrived. */
export const FILMSTRIP: Picture = {
  name: "filmstrip",
  look: TRAY,
  async pose(desk) {
    const { page } = desk;
    const sidebar = await desk.open("tickets/101");
    const tray = page.locator("iframe[data-place]");
    const frames: Frame[] = [];
    const add = async (words: string, top: Locator = tray) => {
      frames.push({ words, png: await takeFrame(page, top) });
    };

    await add("1. A ticket is opened");
    await sidebar.locator("#event-1-open").click();
    await sidebar.locator("#event-1-trigger").waitFor();
    await add("2. A press opens the event");
    await sidebar.locator("#event-1-trigger").click();
    await sidebar.locator("#event-1-result .done").waitFor();
    await desk.settled();
    await add("3. A second press triggers it");
    await desk.pass(FIRST_LOOK_MS);
    await sidebar.locator("#event-1-result").getByText("Welcome to Acme").waitFor();
    await desk.settled();
    await add("4. It has arrived in the history", sidebar.locator("#communications"));
    return await layOut(page, frames);
  },
};

async function takeFrame(page: Page, top: Locator): Promise<string> {
  const [tray, box] = await Promise.all([
    page.locator("iframe[data-place]").boundingBox(),
    top.boundingBox(),
  ]);
  if (tray === null || box === null) throw new Error("Cannot take a frame: there is no sidebar");
  const clip = { ...FRAME, x: tray.x, y: box.y };
  return (await page.screenshot({ animations: "disabled", clip })).toString("base64");
}

/** In place of the page. */
async function layOut(page: Page, frames: readonly Frame[]): Promise<Locator> {
  const figures = frames.map(({ words, png }) => `
    <figure style="margin: 0">
      <figcaption style="margin-bottom: 8px">${words}</figcaption>
      <img src="data:image/png;base64,${png}" width="${FRAME.width}" style="outline: 1px solid #ccc">
    </figure>`);
  await page.setViewportSize({ width: frames.length * (FRAME.width + 24), height: 600 });
  await page.setContent(`
    <body style="margin: 12px; font: 600 18px sans-serif">
      <main style="display: flex; gap: 24px; padding-bottom: 12px">${figures.join("")}</main>
    </body>`);
  return page.locator("main");
}
