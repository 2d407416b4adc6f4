import { assertEquals } from "@std/assert";
import { isolated } from "./isolated.ts";

Deno.test("isolated() leaves a text alone that runs as the sentence does", () => {
  for (const text of ["", "Søren 👋", "你好", "a\u200db", "12"]) assertEquals(isolated(text), text);
});

Deno.test("isolated() sets a text apart that runs from right to left, wherever it does", () => {
  for (const text of ["שלום", "Mette مته", "\u200fa", "𐤀", "𞤀", "ﷺ"]) {
    assertEquals(isolated(text), `\u2068${text}\u2069`);
  }
});

Deno.test("isolated() drops what would turn the rest of the sentence", () => {
  assertEquals(isolated("\u202Egpj.exe"), "gpj.exe");
  assertEquals(isolated("שלום\u2069\u202E!"), "\u2068שלום!\u2069");
});
