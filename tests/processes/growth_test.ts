/** What a language and an event slot cost: a copy of the project gets one more of each, and works. */
import { assertEquals } from "@std/assert";
import { copy } from "../copied_tree_fixture.ts";

Deno.test("a language is a folder of words, a translation, and one line of the table", async () => {
  await using tree = await copy();
  await tree.duplicate("views/words/en", "views/words/fi");
  await tree.edit("views/words/fi/language.ts", [
    ["English", "Suomi"],
    ['locales = ["en"]', 'locales = ["fi"]'],
  ]);
  await tree.duplicate(
    "app-shell/package/translations/en.json",
    "app-shell/package/translations/fi.json",
  );
  await tree.append(
    "views/words/languages.ts",
    'export * as fi from "./fi/language.ts";\n',
  );

  await tree.check("server/main.ts");
  const reached = await tree.run(`
    import { languageOf, say } from "./views/words/copy.ts";
    import { listSettingLabels } from "./server/installation/setting_labels.ts";
    import { readPackageFiles } from "./app-shell/package/files.ts";
    const language = languageOf("fi-FI");
    const files = await readPackageFiles("app-shell/package");
    console.log(JSON.stringify([
      language,
      say(language, "yes"),
      (await listSettingLabels(language)).size > 0,
      files.some(({ path }) => path === "translations/fi.json"),
    ]));`);
  assertEquals(reached, ["fi", "Yes", true, true]);
});

Deno.test("an event slot is one constant, and its parameters with their labels", async () => {
  await using tree = await copy();
  await tree.edit("contract/settings.ts", [["[1, 2, 3]", "[1, 2, 3, 4]"]]);
  await tree.edit("app-shell/package/manifest.json", [[
    '{ "name": "cool_down_seconds"',
    `{ "name": "event_4_name", "type": "text" },
    { "name": "event_4_label", "type": "text" },
    { "name": "event_4_description", "type": "text" },
    { "name": "cool_down_seconds"`,
  ]]);

  const triggered = await tree.run(`
    import { createTestApp } from "./tests/app_fixture.ts";
    const settings = { event_4_name: "welcome_event", event_4_label: "Once more" };
    using app = await createTestApp({ settings });
    const html = await (await app.get("/events")).text();
    const actions = [...html.matchAll(/name="action" value="([^"]+)"/g)].map(([, action]) => action);
    const { status } = await app.post("/events/4", actions.at(-1));
    console.log(JSON.stringify([actions.length, status, (await app.post("/events/5", actions.at(-1))).status]));`);
  assertEquals(triggered, [4, 200, 404]);
});
