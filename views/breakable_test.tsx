import { assertEquals } from "@std/assert";
import { breakable } from "./breakable.tsx";

function written(text: string): string {
  return String(<>{breakable(text)}</>).replaceAll("<wbr>", "|");
}

Deno.test("addresses and URLs may break after what separates their pieces", () => {
  assertEquals(written("mette.holm@example.dk"), "mette.|holm@|example.|dk");
  assertEquals(
    written("See https://www.example.dk/a_b-c now"),
    "See https://|www.|example.|dk/|a_|b-|c now",
  );
  assertEquals(written("A_FIELD_NAME_OF_AGILLIC"), "A_|FIELD_|NAME_|OF_|AGILLIC");
});

Deno.test("times, numbers and short words are left whole", () => {
  for (const text of ["6. jan. 2025, 10.12", "1.249,50", "Jean-Luc", "a@example.dk", ""]) {
    assertEquals(written(text), text);
  }
});
