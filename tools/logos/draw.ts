/** Draws the logos that Zendesk shows from logo.svg: `deno run -A tools/logos/draw.ts`. */
import { launchChromium } from "../chromium.ts";

const SIZES = { "logo.png": 320, "logo-small.png": 128 };

const svg = await Deno.readTextFile(new URL("logo.svg", import.meta.url));
const browser = await launchChromium();
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await Deno.writeFile(new URL(`../../app-shell/package/assets/${name}`, import.meta.url), png);
  await page.close();
}
await browser.close();
