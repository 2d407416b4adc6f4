import { assert, assertEquals } from "@std/assert";
import htmx from "htmx.org/dist/htmx.esm.js" with { type: "text" };
import plugin from "./house_rules.ts";
import { KNOWN_ATTRIBUTES } from "./htmx.ts";

/** A rule, a file, its text, and what the rule says about it: nothing when it is good. */
type Case = [rule: keyof typeof plugin.rules, path: string, source: string, said?: string];

const CASES: Case[] = [
  ["import-table", "views/recipient.tsx", `import { ids } from "../contract/ids.ts";`],
  ["import-table", "views/recipient.tsx", `import type { FC } from "hono/jsx";`],
  [
    "import-table",
    "views/recipient.tsx",
    `import { z } from "zod";`,
    "Cannot import zod in views/: it has ^hono\\/jsx(\\/|$) only",
  ],
  [
    "import-table",
    "views/recipient.tsx",
    `import type { Recipient } from "../server/agillic/client.ts";`,
    "Cannot import server/agillic/client.ts in views/: the import table does not have it",
  ],
  ["import-table", "views/recipient_test.tsx", `import { Hono } from "hono";`],
  ["import-table", "contract/ids.ts", `import { EVENT_SLOTS } from "./settings.ts";`],
  [
    "import-table",
    "contract/ids.ts",
    `import { say } from "../views/words/copy.ts";`,
    "Cannot import views/words/copy.ts in contract/: the import table does not have it",
  ],
  [
    "import-table",
    "contract/ids.ts",
    `import { z } from "zod";`,
    "Cannot import zod in contract/: it has ^$ only",
  ],
  [
    "import-table",
    "app-shell/frame/zaf.ts",
    `import { REQUEST_HEADERS } from "../../contract/headers.ts";`,
  ],
  [
    "import-table",
    "app-shell/frame/zaf.ts",
    `import { buildPackage } from "../package/build.ts";`,
    "Cannot import app-shell/package/build.ts in app-shell/frame/: the import table does not have it",
  ],
  [
    "import-table",
    "app-shell/package/app.ts",
    `import { parseFlags } from "../../server/commands/flags.ts";`,
    "Cannot import server/commands/flags.ts in app-shell/package/: the import table does not have it",
  ],
  [
    "import-table",
    "server/commands/package.ts",
    `import { buildPackage } from "../../app-shell/package/build.ts";`,
  ],
  [
    "import-table",
    "server/routes/shell.tsx",
    `import { build } from "../../app-shell/build.ts";`,
    "Cannot import app-shell/build.ts in server/: the import table does not have it",
  ],
  ["import-table", "server/agillic/client.ts", `import { ids } from "./paths.ts";`],
  ["import-table", "server/agillic/client.ts", `import { z } from "zod";`],
  [
    "import-table",
    "server/agillic/client.ts",
    `import { session } from "../installation/session.ts";`,
    "Cannot import server/installation/session.ts in server/agillic/: the import table does not have it",
  ],
  [
    "import-table",
    "server/installation/session.ts",
    `import { Agent } from "../zendesk/shell_token.ts";`,
  ],
  [
    "import-table",
    "server/zendesk/shell_token.ts",
    `export { trigger } from "../actions/trigger.ts";`,
    "Cannot import server/actions/trigger.ts in server/zendesk/: the import table does not have it",
  ],
  [
    "import-table",
    "server/actions/trigger.ts",
    `const view = await import("../../views/event.tsx");`,
    "Cannot import views/event.tsx in server/actions/: the import table does not have it",
  ],
  [
    "import-table",
    "server/history/page.ts",
    `import type { Communication } from "../agillic/communication.ts";`,
  ],
  ["import-table", "server/checks/run.ts", `import type { Kv } from "../actions/kv.ts";`],
  [
    "import-table",
    "server/checks/run.ts",
    `import { say } from "../../views/words/copy.ts";`,
    "Cannot import views/words/copy.ts in server/checks/: the import table does not have it",
  ],
  ["import-table", "server/routes/recipient.tsx", `import { Recipient } from "../../views/r.tsx";`],
  [
    "import-table",
    "server/routes/recipient.tsx",
    `import { createAgillicSimulator } from "../../simulators/agillic/app.ts";`,
    "Cannot import simulators/agillic/app.ts in server/: the import table does not have it",
  ],
  ["import-table", "server/app_test.ts", `import { sim } from "../simulators/agillic/app.ts";`],
  [
    "import-table",
    "server/app_test.ts",
    `import "./main.ts";`,
    "Cannot import server/main.ts: it is started",
  ],
  ["import-table", "simulators/zendesk/app.ts", `import { Hono } from "hono";`],
  [
    "import-table",
    "simulators/zendesk/app_test.ts",
    `import { createApp } from "../../server/app.tsx";`,
    "Cannot import server/app.tsx in simulators/: the import table does not have it",
  ],
  [
    "import-table",
    "simulators/agillic/app.ts",
    `export * from "../../contract/headers.ts";`,
    "Cannot import contract/headers.ts in simulators/: the import table does not have it",
  ],
  ["import-table", "tests/journeys/recipient_test.ts", `import "../../server/app.tsx";`],

  ["deno-in-main", "server/main.ts", `Deno.serve(() => new Response());`],
  ["deno-in-main", "server/commands/doctor.ts", `Deno.exit(1);`],
  ["deno-in-main", "server/actions/store.ts", `export type Store = { kv: Deno.Kv };`],
  ["deno-in-main", "server/app_test.ts", `Deno.test("x", () => {});`],
  ["deno-in-main", "simulators/serve.ts", `Deno.serve(() => new Response());`],
  [
    "deno-in-main",
    "server/config.ts",
    `export const port = Deno.env.get("PORT");`,
    "Cannot use Deno here: server/main.ts and server/commands/ pass what is needed",
  ],

  [
    "htmx-attributes",
    "views/a.tsx",
    `<form hx-post="/events/1" hx-target="#a" hx-swap="outerHTML"/>`,
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p {...{ "hx-status:4xx": "target:#a", "hx-status:50x": "" }}/>`,
  ],
  ["htmx-attributes", "views/a.tsx", `<p data-field="EMAIL" class="hx-get"/>`],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p hx-traget="#a"/>`,
    "Cannot use hx-traget: htmx has no such attribute",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p {...{ "hx-status:4x": "target:#a" }}/>`,
    "Cannot use hx-status:4x: htmx has no such attribute",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p hx-target:inherited="this"/>`,
    "Cannot use hx-target:inherited: each element carries its own attributes",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p hx-on:click="alert(1)"/>`,
    "Cannot use hx-on:click: the policy allows no inline script",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    "<p hx-vals={`js:{ at: ${now} }`}/>",
    "Cannot use a script as hx-vals: the policy allows no evaluation",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p hx-get="javascript:alert(1)"/>`,
    "Cannot use a script as hx-get: the policy allows no evaluation",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p hx-trigger="click[ctrlKey]"/>`,
    "Cannot filter in hx-trigger: the policy allows no evaluation",
  ],
  [
    "htmx-attributes",
    "views/a.tsx",
    `<p hx-confirm="Sure?"/>`,
    "Cannot use hx-confirm: a sandboxed iframe shows no dialogs",
  ],

  ["no-raw-html", "views/a.tsx", `import { raw } from "other"; export default <p>{raw("x")}</p>;`],
  [
    "no-raw-html",
    "views/a.tsx",
    `import { raw as text } from "hono/html";`,
    "Cannot use raw(): it does not escape",
  ],
  [
    "no-raw-html",
    "views/a.tsx",
    `<p dangerouslySetInnerHTML={{ __html: name }}/>`,
    "Cannot use dangerouslySetInnerHTML: it does not escape",
  ],
  [
    "no-raw-html",
    "views/a.tsx",
    `const props = { dangerouslySetInnerHTML: { __html: name } };`,
    "Cannot use dangerouslySetInnerHTML: it does not escape",
  ],

  ["no-barrel", "server/a.ts", `export { a } from "./b.ts"; export const c = 1;`],
  ["no-barrel", "server/a.ts", `import "./b.ts";`],
  ["no-barrel", "server/a.ts", `const a = 1; export { a };`],
  ["no-barrel", "views/table.ts", `export * as en from "./en.ts"; export * as da from "./da.ts";`],
  [
    "no-barrel",
    "server/mod.ts",
    `export * from "./a.ts"; export { b } from "./b.ts";`,
    "Cannot only re-export: import from where it is defined",
  ],
  [
    "no-barrel",
    "server/mod.ts",
    `import { a } from "./a.ts"; export { a };`,
    "Cannot only re-export: import from where it is defined",
  ],

  ["file-name", "server/public_key.ts", ""],
  ["file-name", "server/commonwealth.ts", ""],
  ["file-name", "server/utils.ts", "", "Cannot call it utils: say what it is about"],
  ["file-name", "server/date_helpers_test.ts", "", "Cannot call it helpers: say what it is about"],
  ["file-name", "server/lib/date.ts", "", "Cannot call it lib: say what it is about"],
  [
    "file-name",
    "server/publicKey.ts",
    "",
    "Cannot call it publicKey.ts: file names are in snake_case",
  ],
];

for (const [rule, path, source, said] of CASES) {
  const verdict = said === undefined ? "accepts" : "rejects";
  Deno.test(`${rule} ${verdict} in ${path}: ${source || "its name"}`, () => {
    const only = { name: plugin.name, rules: { [rule]: plugin.rules[rule] } };
    const found = Deno.lint.runPlugin(only, path, source);
    assertEquals(found.map((one) => one.message), said === undefined ? [] : [said]);
  });
}

Deno.test("htmx itself reads each attribute that the rule knows", () => {
  for (const name of KNOWN_ATTRIBUTES) {
    const verb = /^hx-(get|post|put|patch|delete|query)$/.exec(name)?.[1];
    assert(htmx.includes(verb ? `[${name}]` : name), `htmx does not read ${name}`);
  }
});
