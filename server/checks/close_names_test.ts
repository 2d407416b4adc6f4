import { assertEquals } from "@std/assert";
import { listCloseNames } from "./close_names.ts";

const NAMES = [
  "AGILLIC_ID",
  "EMAIL",
  "FIRSTNAME",
  "LASTNAME",
  "MSISDN",
  "CITY",
  "EMAIL_PERMISSION",
  "EMAIL_PERMISSION_UPDATE",
  "MEMBER",
];

const CASES: Record<string, [misspelt: string, close: string[]]> = {
  "two letters swapped": ["FRISTNAME", ["FIRSTNAME"]],
  "a letter too few": ["FIRSTNAM", ["FIRSTNAME"]],
  "a letter too many": ["EMAILL", ["EMAIL"]],
  "a wrong letter": ["CITI", ["CITY"]],
  "an underscore too many": ["FIRST_NAME", ["FIRSTNAME"]],
  "nothing but case": ["Member", ["MEMBER"]],
  "a letter missing in a long name": ["EMAIL_PERMISION", ["EMAIL_PERMISSION"]],
  "nothing near": ["SHOE_SIZE", []],
  "no name at all": ["", []],
};

for (const [what, [misspelt, close]] of Object.entries(CASES)) {
  Deno.test(`listCloseNames says what is meant by ${what}`, () => {
    assertEquals(listCloseNames(misspelt, NAMES), close);
  });
}

Deno.test("listCloseNames puts the closest first, and stops at three", () => {
  assertEquals(
    listCloseNames("FIELD_A", ["FIELD_DD", "FIELD_E", "FIELD_C", "FIELD_B", "field_a"]),
    [
      "field_a",
      "FIELD_B",
      "FIELD_C",
    ],
  );
});
