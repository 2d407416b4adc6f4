import { assertEquals, assertNotEquals } from "@std/assert";
import plugin, { type Change } from "./changes.ts";
import { choose, describe, type Mutant, mutated } from "./mutants.ts";

/** What a program could be by mistake. */
function mistakes(source: string): string[] {
  return Deno.lint.runPlugin(plugin, "some.tsx", source).map(({ message }) => {
    const change: Change = JSON.parse(message);
    return mutated(source, change);
  }).sort();
}

const CASES: Record<string, string[]> = {
  "a < b;": ["a <= b;", ";"],
  "(a) === b;": ["(a) !== b;", ";"],
  "f(a && b);": ["f(a || b);", ";"],
  "f(a ?? b);": ["f(a);", ";"],
  "f(a + -b);": ["f(a - -b);", "f(a + b);", ";"],
  "a += b;": ["a -= b;", ";"],
  "f(!a);": ["f(a);", ";"],
  "const a = true;": ["const a = false;"],
  "const a = 5_000;": ["const a = 4999;", "const a = 5001;"],
  'const a = "æ𝒳";': ['const a = "";'],
  "const a = `æ𝒳${b}`;": ["const a = ``;"],
  "const a = b ? (c) : d;": ["const a = b ? (d) : c;"],
  "if (a) b;": ["if (true) b;", "if (false) b;", "if (a) ;"],
  "const f = () => { return a; };": ["const f = () => { return; };"],
  "const f = () => ({ a });": ["const f = () => (undefined);"],
  'const a = <p class="b" />;': ['const a = <p class="" />;'],
};

for (const [source, expected] of Object.entries(CASES)) {
  Deno.test(`mistakes that can be made in ${source}`, () => {
    assertEquals(mistakes(source), expected.sort());
  });
}

for (
  const source of [
    'import a from "b" with { type: "json" };',
    'export * from "a";',
    'type A = "a" | 1 | `a${string}`;',
    'const a = { "b": c };',
    "const a = b`c`;",
    "const a = [];",
    "const f = () => { return; };",
    '"use strict";',
    'const a = "";',
  ]
) {
  Deno.test(`no mistake to be noticed in ${source}`, () => assertEquals(mistakes(source), []));
}

const MUTANT = { end: 1, to: "", was: "a\n  .b()", path: "a.ts", line: 3, column: 1 };

Deno.test("choose takes the same ones for the same seed, in their order", () => {
  const all = Array.from({ length: 50 }, (_, start): Mutant => ({ ...MUTANT, start }));
  const starts = (most: number, seed: number) => choose(all, most, seed).map(({ start }) => start);

  assertEquals(starts(99, 1), all.map(({ start }) => start));
  assertEquals(starts(5, 7).length, 5);
  assertEquals(starts(5, 7), starts(5, 7).toSorted((one, other) => one - other));
  assertNotEquals(starts(5, 7), starts(5, 8));
});

Deno.test("describe says in one line what was there and what stands there", () => {
  assertEquals(describe({ ...MUTANT, start: 0 }), "a.ts:3:1 a .b() → nothing");
  const long = describe({ ...MUTANT, start: 0, was: "1", to: "2".repeat(99) });
  assertEquals(long, `a.ts:3:1 1 → ${"2".repeat(60)}…`);
});
