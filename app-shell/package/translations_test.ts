import { assertArrayIncludes, assertEquals, assertNotEquals } from "@std/assert";
import { TRANSLATIONS } from "./package_fixture.ts";
import english from "./translations/en.json" with { type: "json" };

function flatten(value: unknown, path = ""): [string, string][] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, member]) => flatten(member, `${path}.${key}`));
}

/** What a translator must not touch: Agillic's names, values to type in, code, and places to go. */
function fixedParts(text: string | undefined): string[] {
  const parts = text?.match(
    /\{\{[^}]*\}\}|`[^`]*`|\b[A-Z]{4,}(?:_[A-Z]+)*\b|\bstaging\b|\bproduction\b|->|\b\d+\b/g,
  );
  return (parts ?? []).sort();
}

function labelsOf({ app }: typeof english): string[] {
  return Object.values(app.parameters).map(({ label }) => label);
}

Deno.test("the English labels are those of the vendor's guidance", () => {
  assertArrayIncludes(labelsOf(english), [
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

for (const [locale, texts] of Object.entries(TRANSLATIONS)) {
  const translated = new Map(flatten(texts));

  Deno.test(`the texts of ${locale} have the keys of the English ones`, () => {
    assertEquals([...translated.keys()], flatten(english).map(([key]) => key));
  });

  Deno.test(`the texts of ${locale} keep values, names and numbers as they are`, () => {
    for (const [key, text] of flatten(english)) {
      assertEquals(fixedParts(translated.get(key)), fixedParts(text), `${locale}: ${key}`);
    }
  });

  Deno.test(`the instructions of ${locale} call each setting by its label`, () => {
    const labels = labelsOf(texts);
    const named = texts.app.installation_instructions.matchAll(/\*\*(.+?)\*\*/g);
    const names = [...named].map(([, name]) => name ?? "");
    assertEquals(names.length, 8);
    assertArrayIncludes(labels, names);
    assertEquals(new Set(labels).size, labels.length);
  });

  if (locale === "en") continue;
  Deno.test(`the texts of ${locale} are translated`, () => {
    for (const [key, text] of flatten(english)) {
      if (key !== ".app.name") assertNotEquals(translated.get(key), text, key);
    }
  });
}
