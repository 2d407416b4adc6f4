import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createFormatter } from "./format.ts";
import { showPersonData } from "./person_data.ts";
import { PersonData } from "./person_data_row.tsx";
import { LANGUAGES } from "./words/copy.ts";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });

/** A row with a text of so many characters, of which `most` may be shown. */
function rowOf(length: number, { most, language = "en" as const }: {
  most?: number;
  language?: (typeof LANGUAGES)[number];
} = {}): string {
  const raw = "x".repeat(length);
  const shown = showPersonData({ kind: "text", raw }, { language, formatter }, most);
  return String(
    <PersonData language={language} row={{ name: "NOTE", label: "Note", ...shown }} />,
  );
}

Deno.test("a value of 2,000 characters is shown as it is", () => {
  const html = rowOf(2_000);
  assertStringIncludes(html, `<dd><span>${"x".repeat(2_000)}</span><button`);
  assertFalse(html.includes("<details"));
});

Deno.test("a longer one is folded, and its button copies all that can be shown", () => {
  const html = rowOf(20_000);
  assertStringIncludes(html, `<span>${"x".repeat(1_999)}…</span><details><summary id="all-NOTE">`);
  assertStringIncludes(html, `<span id="whole-NOTE">${"x".repeat(20_000)}</span></details>`);
  assertStringIncludes(html, 'id="copy-NOTE"');
  assertStringIncludes(html, 'data-copy-from="whole-NOTE"');
  assertFalse(html.includes("data-copy=") || html.includes("in Agillic"));
});

Deno.test("what is cut off is counted, in every language and whether it is folded or not", () => {
  assertStringIncludes(
    rowOf(68_000),
    "</span><small>… 48,000 more characters are in Agillic</small></details>",
  );
  assertStringIncludes(
    rowOf(201, { most: 200 }),
    "</span><small>… 1 more character is in Agillic</small><button",
  );
  for (const language of LANGUAGES) {
    assertStringIncludes(rowOf(68_000, { language }), "<small>… 48,000 ");
  }
});

Deno.test("no emoji is cut in half", () => {
  const shown = showPersonData({ kind: "text", raw: "👋".repeat(2) }, {
    language: "en",
    formatter,
  }, 3);
  assertEquals([shown.value, shown.more], ["👋", { number: 2, text: "2" }]);
});
