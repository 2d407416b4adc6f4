import { assertEquals, assertExists, assertGreater } from "@std/assert";
import { findChromium, launchChromium } from "./chromium.ts";
import { unpackChromium } from "./chromium_package.ts";

const PAGE = `<!doctype html><title>Hej</title>
<p style="font: 40px/1 system-ui; margin: 0"><span id="narrow">iii</span> <span id="wide">MMM</span></p>
<script>document.title += " " + navigator.language</script>`;

Deno.test("launchChromium renders a page of this machine, script and text", async () => {
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, () => {
    return new Response(PAGE, { headers: { "content-type": "text/html" } });
  });
  await using browser = await launchChromium();
  const tab = await browser.newPage({ locale: "da-DK" });
  await tab.goto(`http://127.0.0.1:${server.addr.port}/`);
  assertEquals(await tab.title(), "Hej da-DK");
  const narrow = await tab.locator("#narrow").boundingBox();
  const wide = await tab.locator("#wide").boundingBox();
  assertExists(narrow);
  assertExists(wide);
  // Without a font every letter is an equal box, or nothing.
  assertGreater(wide.width, 2 * narrow.width);
  assertGreater(narrow.width, 0);
});

Deno.test("findChromium takes CHROME_PATH before an installed browser", async () => {
  const found = await findChromium("/opt/chrome", [Deno.execPath()]);
  assertEquals(found.executablePath, "/opt/chrome");
});

Deno.test("findChromium takes the first installed browser that exists", async () => {
  const found = await findChromium("", ["/nowhere/chrome", Deno.execPath(), "/nowhere/else"]);
  assertEquals(found.executablePath, Deno.execPath());
});

Deno.test({
  name: "unpackChromium unpacks once, whoever starts at the same time or was killed before",
  ignore: Deno.build.os !== "linux" || Deno.build.arch !== "x86_64",
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const { executablePath } = await unpackChromium(folder);
      const complete = executablePath.replace(/\/chromium$/, "");
      await Deno.rename(complete, `${complete}.partial`);
      await Deno.remove(`${complete}.partial/chromium`);
      const found = await Promise.all([1, 2, 3].map(() => unpackChromium(folder)));
      assertEquals(found.map((one) => one.executablePath), Array(3).fill(executablePath));
      assertGreater((await Deno.stat(executablePath)).size, 100_000_000);
      const names = Array.from(Deno.readDirSync(folder), (entry) => entry.name);
      assertEquals(names.length, 2, `expected the lock and one folder but there are ${names}`);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
