/**
 * `deno task bench [--browser] [--rounds N]`: our server beside the least that could do its work, or
 * in a browser beside a React page; both in one run on one machine. Ratios hold elsewhere, absolute
 * figures do not.
 */
import { parseArgs } from "node:util";
import { benchBrowser } from "./browser.ts";
import { createReport } from "./report.ts";
import { benchServers } from "./servers.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    browser: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20) {
  console.error(`Cannot run the benchmark: --rounds is ${values.rounds}, want 1 to 20`);
  Deno.exit(2);
}

const folder = await Deno.makeTempDir({ prefix: "bench" });
try {
  const report = createReport(console.log);
  await (values.browser ? benchBrowser : benchServers)(report, { rounds, folder });
  report.summary();
} finally {
  await Deno.remove(folder, { recursive: true });
}
