import { assertEquals } from "@std/assert";
import { findByName } from "./find.ts";

const names = ["Forårsudsalg", "FORARSUDSALG 2", "Crème brûlée", "Straße", "ﬁnal offer", "Sæson"];

function found(text: string): string[] {
  return findByName(names.map((name) => ({ name })), text).map(({ name }) => name);
}

Deno.test("findByName() takes no notice of case and accents, in what is looked for and in names", () => {
  assertEquals(found("forår"), ["Forårsudsalg", "FORARSUDSALG 2"]);
  assertEquals(found("FORAR"), ["Forårsudsalg", "FORARSUDSALG 2"]);
  assertEquals(found("foră"), ["Forårsudsalg", "FORARSUDSALG 2"]);
  assertEquals(found("creme Brulee"), ["Crème brûlée"]);
  assertEquals(found("final"), ["ﬁnal offer"]);
});

Deno.test("findByName() keeps letters apart that are no letters with accents", () => {
  assertEquals(found("saeson"), []);
  assertEquals(found("sæson"), ["Sæson"]);
  assertEquals(found("strasse"), []);
  assertEquals(found("(.*)"), []);
});
