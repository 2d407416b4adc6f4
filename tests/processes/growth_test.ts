/** What a language and an event slot cost: a copy of the project gets one more of each, and works. */
import { assertEquals } from "@std/assert";
import { copy } from "../copied_tree_fixture.ts";

Deno.test("a language is a folder of words, a translation, its locales, and one line of the table", async () => {
  await using tree = await copy();
  await tree.duplicate("views/words/en", "views/words/fi");
  await tree.edit("views/words/fi/language.ts", [["English", "Suomi"]]);
  await tree.edit("contract/languages.ts", [['de: "de",', 'de: "de",\n  fi: "fi",']]);
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

Deno.test("an event slot is one constant, and an own one its parameters with their labels", async () => {
  await using tree = await copy();
  await tree.edit("contract/settings.ts", [
    ["[1, 2, 3]", "[1, 2, 3, 14]"],
    ["[4, 5, 6, 7, 8, 9, 10, 11, 12]", "[4, 5, 6, 7, 8, 9, 10, 11, 12, 13]"],
  ]);
  await tree.edit("app-shell/package/manifest.json", [[
    '{ "name": "cool_down_seconds"',
    `{ "name": "event_14_name", "type": "text" },
    { "name": "event_14_label", "type": "text" },
    { "name": "cool_down_seconds"`,
  ]]);

  const triggered = await tree.run(`
    import { createTestApp } from "./tests/app_fixture.ts";
    const more_events = Array.from({ length: 10 }, (_, index) => "more_" + index).join("\\n");
    const settings = { event_14_name: "welcome_event", more_events };
    using app = await createTestApp({ settings });
    const html = await (await app.get("/events")).text();
    const slots = [...html.matchAll(/data-event-slot="(\\d+)"/g)].map(([, slot]) => Number(slot));
    const [, action] = /data-event-slot="14".*?name="action" value="([^"]+)"/s.exec(html);
    const { status } = await app.post("/events/14", action);
    console.log(JSON.stringify([slots.toSorted((a, b) => a - b).slice(-2), status, (await app.post("/events/15", action)).status]));`);
  assertEquals(triggered, [[13, 14], 200, 404]);
});
