/** `deno task pictures [NAME …]`: takes the pictures of README and docs again, or only those named. */
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { openPictureDesk } from "./desk.ts";
import { ERROR_PICTURES } from "./errors.ts";
import { FILMSTRIP } from "./filmstrip.ts";
import type { Picture } from "./picture.ts";
import { shrinkPng } from "./png.ts";
import { SETTINGS_PICTURES } from "./settings.ts";
import { SIDEBAR_PICTURES } from "./sidebar.ts";

type Clip = { x: number; y: number; width: number; height: number };

const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
/** Beside an element, in CSS pixels. */
const AIR = 12;
const MAX_BYTES = 150_000;
const ALL: readonly Picture[] = [
  ...SIDEBAR_PICTURES,
  FILMSTRIP,
  ...SETTINGS_PICTURES,
  ...ERROR_PICTURES,
];

async function take({ name, look, settings = {}, pose }: Picture): Promise<string> {
  await using desk = await openPictureDesk(look);
  desk.zendesk.configure(settings);
  const subject = await pose(desk);
  // Nothing is pointed at.
  await desk.page.mouse.move(0, 0);
  const screenshot = await desk.page.screenshot({
    animations: "disabled",
    ...(subject !== null && { clip: await frameOf(subject) }),
  });
  const bytes = shrinkPng(screenshot);
  if (bytes.length > MAX_BYTES) {
    throw new Error(`Cannot keep ${name}: it has ${bytes.length} bytes, want ${MAX_BYTES}`);
  }
  await Deno.writeFile(`${FOLDER}${name}.png`, bytes);
  return `${name}.png ${bytes.length}`;
}

/** Where it is on the page, whole, with some air beside it. */
async function frameOf(subject: Locator): Promise<Clip> {
  const box = await subject.boundingBox();
  const viewport = subject.page().viewportSize();
  if (box === null || viewport === null) {
    throw new Error("Cannot take the picture: what it shows is not visible");
  }
  const { x, y, width, height } = box;
  if (y < 0 || y + height > viewport.height) {
    throw new Error(`Cannot take the picture: what it shows ends at ${y + height} on the page`);
  }
  return { x: x - AIR, y, width: width + 2 * AIR, height };
}

const wanted = new Set(Deno.args);
const unknown = Deno.args.find((name) => !ALL.some((picture) => picture.name === name));
if (unknown !== undefined) {
  console.error(`Cannot take ${unknown}: want ${ALL.map(({ name }) => name).join(", ")}`);
  Deno.exit(1);
}
await Deno.mkdir(FOLDER, { recursive: true });
for (const picture of ALL) {
  if (wanted.size === 0 || wanted.has(picture.name)) console.log(await take(picture));
}
