import { assertArrayIncludes, assertEquals, assertNotEquals } from "@std/assert";
import { parseApp } from "./app.ts";
import { readPackageFiles } from "./files.ts";
import { isJsonObject, type JsonObject, objectAt, textAt } from "./json.ts";
import { APP_FOLDER } from "./package_fixture.ts";

const { manifest, translations } = parseApp(await readPackageFiles(APP_FOLDER));
const english = translations.get("en") ?? {};

function flatten(value: unknown, path = ""): [string, string][] {
  if (!isJsonObject(value)) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, member]) => flatten(member, `${path}.${key}`));
}

function textOf(texts: JsonObject, path: string): string {
  return flatten(texts).find(([key]) => key === path)?.[1] ?? "";
}

/** What a translator must not touch: Agillic's names, values to type in, code, and places to go. */
function fixedParts(text: string): string[] {
  const parts = text.match(
    /\{\{[^}]*\}\}|`[^`]*`|\b[A-Z]{4,}(?:_[A-Z]+)*\b|\bstaging\b|\bproduction\b|->|\b\d+\b/g,
  );
  return (parts ?? []).sort();
}

Deno.test("the texts are there in the five languages", () => {
  assertEquals([...translations.keys()], ["da", "de", "en", "no", "sv"]);
});

Deno.test("the texts name every parameter in the manifest's order", () => {
  const { parameters } = manifest;
  const names = Array.isArray(parameters)
    ? parameters.filter(isJsonObject).map((p) => textAt(p, "name"))
    : [];
  assertEquals(Object.keys(objectAt(english, "app", "parameters")), names);
});

Deno.test("the English labels are those of the vendor's guidance", () => {
  const parameters = objectAt(english, "app", "parameters");
  const labels = Object.keys(parameters).map((name) => textAt(objectAt(parameters, name), "label"));
  assertArrayIncludes(labels, [
    "Base64 Encoded Token",
    "Enable Recipient Data View",
    "Enable Event Trigger View",
    "Enable Communication History View",
    "Enable Recipient Creation View",
    "Email Person Data Field",
    "Person Data Field List",
    "Double Opt-in Event for Creation",
  ]);
});

for (const [locale, texts] of translations) {
  Deno.test(`the texts of ${locale} have the keys of the English ones`, () => {
    assertEquals(flatten(texts).map(([key]) => key), flatten(english).map(([key]) => key));
  });

  Deno.test(`the texts of ${locale} keep values, names and numbers as they are`, () => {
    for (const [key, text] of flatten(english)) {
      assertEquals(fixedParts(textOf(texts, key)), fixedParts(text), `${locale}: ${key}`);
    }
  });

  Deno.test(`the instructions of ${locale} call each setting by its label`, () => {
    const parameters = objectAt(texts, "app", "parameters");
    const labels = Object.keys(parameters).map((n) => textAt(objectAt(parameters, n), "label"));
    const named = textOf(texts, ".app.installation_instructions").matchAll(/\*\*(.+?)\*\*/g);
    const names = [...named].map(([, name]) => name ?? "");
    assertEquals(names.length, 7);
    assertArrayIncludes(labels, names);
    assertEquals(new Set(labels).size, labels.length);
  });

  if (locale === "en") continue;
  Deno.test(`the texts of ${locale} are translated`, () => {
    for (const [key, text] of flatten(english)) {
      if (key !== ".app.name") assertNotEquals(textOf(texts, key), text, key);
    }
  });
}
