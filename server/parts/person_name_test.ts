import { assertEquals } from "@std/assert";
import { nameOf } from "./person_name.ts";

function named(personData: Record<string, string>, shown = Object.keys(personData)): string {
  return nameOf(new Map(Object.entries(personData)), { personDataFields: shown });
}

Deno.test("a person's name is the first and the last one, or the whole one where there is one", () => {
  assertEquals(named({ LASTNAME: "Hansen", FIRSTNAME: "Mette" }), "Mette Hansen");
  assertEquals(named({ LAST_NAME: "Hansen", FIRST_NAME: "Mette" }), "Mette Hansen");
  assertEquals(named({ FIRSTNAME: "Mette" }), "Mette");
  assertEquals(named({ FULLNAME: "Mette H. Hansen", FIRSTNAME: "Mette" }), "Mette H. Hansen");
  assertEquals(named({ CITY: "Aarhus" }), "");
});

Deno.test("a name that the settings do not show is not said", () => {
  const personData = { FULLNAME: "Mette H. Hansen", FIRSTNAME: "Mette", LASTNAME: "Hansen" };
  assertEquals(named(personData, ["FIRSTNAME"]), "Mette");
  assertEquals(named(personData, ["CITY"]), "");
});
