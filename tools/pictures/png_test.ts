import { assert, assertEquals, assertThrows } from "@std/assert";
import { launchChromium } from "../chromium.ts";
import { shrinkPng } from "./png.ts";

Deno.test("a shrunk picture is smaller, and the same to the pixel with few colours", async () => {
  await using browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 101, height: 67 } });
  await page.setContent(`<body style="margin: 0; background: #123456">
    <i style="position: absolute; inset: 10px 20px 30px; background: #fa0"></i>`);
  const screenshot = await page.screenshot();
  const shrunk = shrinkPng(screenshot);
  assert(shrunk.length < screenshot.length);
  const pixels = (png: Uint8Array) =>
    page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, image.width, image.height).data.join();
    }, Uint8Array.from(png).toBase64());
  assertEquals(await pixels(shrunk), await pixels(screenshot));
});

Deno.test("a picture that is no RGB is refused", async () => {
  await using browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 10, height: 10 } });
  const shrunk = shrinkPng(await page.screenshot());
  assertThrows(() => shrinkPng(shrunk), Error, "its colour type is 3, want 2");
});
