import { assert, assertEquals } from "@std/assert";
import htmx from "htmx.org/dist/htmx.esm.js" with { type: "text" };
import plugin from "./house_rules.ts";
import { KNOWN_ATTRIBUTES } from "./htmx.ts";

/** A rule, a file, its text, and what the rule says about it: nothing when it is good. */
type Case = [rule: keyof typeof plugin.rules, path: string, source: string, said?: string];

/** What a rule says about a file. */
function run(rule: keyof typeof plugin.rules, path: string, source: string): string[] {
  const only = { name: plugin.name, rules: { [rule]: plugin.rules[rule] } };
  return Deno.lint.runPlugin(only, path, source).map(({ message }) => message);
}

const CASES: Case[] = [
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

/** What some files may import, and what they may not. */
const IMPORTS: [importer: string, may: string[], mayNot: string[]][] = [
  ["contract/ids.ts", ["./settings.ts"], ["zod", "../views/words/copy.ts"]],
  ["views/recipient.tsx", ["../contract/ids.ts", "hono/jsx"], ["zod", "../server/app.ts"]],
  ["views/recipient_test.tsx", ["hono"], []],
  ["app-shell/frame/zaf.ts", ["../../contract/headers.ts"], ["../package/build.ts", "hono"]],
  ["app-shell/package/zip.ts", ["fflate"], ["../../server/commands/flags.ts"]],
  ["server/agillic/client.ts", ["zod", "./paths.ts"], ["hono", "../installation/session.ts"]],
  ["server/zendesk/accounts.ts", ["jose"], ["postgres"]],
  ["server/zendesk/shell_token.ts", ["../result.ts"], ["../actions/actions.ts"]],
  ["server/installation/session.ts", ["../zendesk/shell_token.ts"], ["../agillic/client.ts"]],
  ["server/history/page.ts", ["../agillic/communication.ts"], ["../../views/timeline.tsx"]],
  ["server/actions/offer.ts", ["../sealing.ts", "jose"], ["../../views/events.tsx", "hono"]],
  ["server/actions/postgres_store.ts", ["postgres"], ["pg"]],
  ["server/checks/run.ts", ["../actions/store.ts"], ["../../views/words/copy.ts"]],
  ["server/parts/history.tsx", ["../../views/communications.tsx"], ["hono"]],
  ["server/routes/shell.tsx", ["hono"], ["../../app-shell/build.ts", "../../simulators/dev.ts"]],
  ["server/commands/package.ts", ["../../app-shell/package/build.ts"], ["../../tools/gate.ts"]],
  ["server/app_test.ts", ["../simulators/agillic/app.ts"], ["./main.ts"]],
  ["simulators/zendesk/app.ts", ["hono"], ["../../contract/headers.ts"]],
  ["simulators/zendesk/app_test.ts", [], ["../../server/app.ts"]],
  ["tests/journeys/recipient_test.ts", ["../../server/app.ts"], ["../../server/main.ts"]],
];

for (const [importer, may, mayNot] of IMPORTS) {
  Deno.test(`import-table tells what ${importer} may import`, () => {
    const refused = [...may, ...mayNot].filter((specifier) =>
      run("import-table", importer, `import { a } from "${specifier}";`).length > 0
    );
    assertEquals(refused, mayNot);
  });
}

Deno.test("import-table looks at every way to import, and says what is wrong", () => {
  const said = ["Cannot import server/app.ts in views/: the import table does not have it"];
  for (
    const source of [
      `import type { App } from "../server/app.ts";`,
      `export { createApp } from "../server/app.ts";`,
      `export * from "../server/app.ts";`,
      `const app = await import("../server/app.ts");`,
    ]
  ) assertEquals(run("import-table", "views/a.tsx", source), said);
});

for (const [rule, path, source, said] of CASES) {
  const verdict = said === undefined ? "accepts" : "rejects";
  Deno.test(`${rule} ${verdict} in ${path}: ${source || "its name"}`, () => {
    assertEquals(run(rule, path, source), said === undefined ? [] : [said]);
  });
}

Deno.test("htmx itself reads each attribute that the rule knows", () => {
  for (const name of KNOWN_ATTRIBUTES) {
    const verb = /^hx-(get|post|put|patch|delete|query)$/.exec(name)?.[1];
    assert(htmx.includes(verb ? `[${name}]` : name), `htmx does not read ${name}`);
  }
});
