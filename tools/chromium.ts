/** The browser that the tests, the pictures and the benchmark drive. */
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { type Executable, unpackChromium } from "./chromium_package.ts";

const FLAGS = [
  "--no-sandbox", // root in a container has no user namespaces to make one from
  "--disable-background-networking", // nothing but the pages under test may use the network
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-gpu",
];

const NAMES = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];

const PLACES: Partial<Record<typeof Deno.build.os, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  windows: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** A headless browser; close it, or say `await using`. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return await chromium.launch({
    ...options,
    executablePath,
    args: [...FLAGS, ...options.args ?? []],
    env: { ...Deno.env.toObject(), ...env, ...options.env },
  });
}

/** What CHROME_PATH names, else an installed Chrome or Chromium, else the one from npm. */
export async function findChromium(
  chromePath: string | undefined = Deno.env.get("CHROME_PATH"),
  places: string[] = installedPlaces(),
): Promise<Executable> {
  if (chromePath) return { executablePath: chromePath, env: {} };
  for (const place of places) {
    if (await isFile(place)) return { executablePath: place, env: {} };
  }
  return await unpackChromium();
}

function installedPlaces(): string[] {
  const folders = (Deno.env.get("PATH") ?? "").split(":").filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`));
  return PLACES[Deno.build.os] ?? onPath;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
