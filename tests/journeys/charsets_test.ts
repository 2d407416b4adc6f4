import { assertEquals } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { personDataOf, problemsOf } from "./answers.ts";

const LATIN_1 = new Uint8Array([
  ...new TextEncoder().encode('{"personData":{"EMAIL":"mette@example.dk","FIRSTNAME":"S'),
  0xf8,
  ...new TextEncoder().encode('ren"}}'),
]);

/** The recipient and the problems that are shown when Agillic sends these bytes under this type. */
async function shownFor(contentType: string) {
  using app = await createTestApp({
    settings: { person_data_field_list: "FIRSTNAME" },
    intercept: ({ pathname }) =>
      pathname.startsWith("/recipients/EMAIL=")
        ? new Response(LATIN_1, { headers: { "Content-Type": contentType } })
        : undefined,
  });
  const html = await (await app.get("/recipient")).text();
  return { personData: personDataOf(html), problems: problemsOf(html) };
}

for (const charset of ["iso-8859-1", "ISO-8859-1", "windows-1252"]) {
  Deno.test(`an answer of Agillic's in ${charset} is read in it`, async () => {
    assertEquals(await shownFor(`application/json; charset=${charset}`), {
      personData: [["FIRSTNAME", "Søren"]],
      problems: [],
    });
  });
}

for (const type of ["application/json", "application/json; charset=martian"]) {
  Deno.test(`an answer in another charset than ${type} says is a problem, and no guess`, async () => {
    assertEquals(await shownFor(type), { personData: [], problems: ["agillic_answer_unknown"] });
  });
}
