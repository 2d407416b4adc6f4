/**
 * `deno task bench [--browser] [--rounds N] [--only PART …]`: our server beside the servers that one could have in its
 * place, or in a browser beside React pages; all in one run on one machine. Ratios hold elsewhere, absolute figures do
 * not.
 */
import { parseArgs } from "node:util";
import { benchBrowser, BROWSER_PARTS } from "./browser.ts";
import { createReport } from "./report.ts";
import { benchServers, SERVER_PARTS } from "./servers.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    browser: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
});
const { browser, only } = values;
// A browser's figures differ more from round to round.
const rounds = Number(values.rounds ?? (browser ? 9 : 5));
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20) {
  console.error(`Cannot run the benchmark: --rounds is ${values.rounds}, want 1 to 20`);
  Deno.exit(2);
}
const parts: readonly string[] = browser ? BROWSER_PARTS : SERVER_PARTS;
const unknown = only.find((part) => !parts.includes(part));
if (unknown !== undefined) {
  console.error(`Cannot run the benchmark: --only is ${unknown}, want one of ${parts.join(", ")}`);
  Deno.exit(2);
}

const folder = await Deno.makeTempDir({ prefix: "bench" });
// What takes an hour has to be asked for.
const wants = (part: string) => only.length === 0 ? part !== "hour" : only.includes(part);
try {
  const report = createReport(console.log);
  await (browser ? benchBrowser : benchServers)(report, { rounds, folder, wants });
  report.summary();
} finally {
  await Deno.remove(folder, { recursive: true });
}
