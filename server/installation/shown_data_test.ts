import { assertEquals } from "@std/assert";
import type { Limits } from "./limits.ts";
import { parseFilledIn } from "./settings_fixture.ts";

const LEAST = {
  base64_encoded_token: btoa("agillic-key:agillic-secret"),
  enable_recipient_view: true,
  email_person_data_field: "EMAIL",
  person_data_field_list: "EMAIL",
};

/** What is left of the two settings, and their faults as `code position`. */
function parse(claims: Record<string, string>, limits: Partial<Limits> = {}) {
  const { settings, faults } = parseFilledIn({ ...LEAST, ...claims }, limits);
  return {
    groups: settings?.targetGroups,
    tables: settings?.tables.map(({ name }) => name),
    faults: faults.map(({ code, position }) => `${code} ${position}`),
  };
}

Deno.test("a faulty line of the tables is named by its number, and the others are taken", () => {
  const twentyOne = Array.from({ length: 21 }, (_, index) => `C${index}`).join();
  const lines = {
    "ORDERS": "table_malformed",
    "ORDERS:": "table_malformed",
    ": TOTAL": "table_malformed",
    "ORDERS: TOTAL,, PAID": "table_malformed",
    "ORDERS | Orders": "table_malformed",
    [`ORDERS: ${twentyOne}`]: "table_malformed",
    "MY ORDERS: TOTAL": "table_characters",
    "ORDERS: ORDER-DATE": "table_characters",
    "../events: TOTAL": "table_characters",
    "ORDERS: TOTAL, total": "duplicate",
    "LAST: TOTAL": "duplicate",
  };
  for (const [line, code] of Object.entries(lines)) {
    const { tables, faults } = parse({ tables: `LAST: NO\n\n${line}` });
    assertEquals([tables, faults], [["LAST"], [`${code} 3`]], line);
  }
});

Deno.test("a target group that is there twice is named by its line", () => {
  const { groups, faults } = parse({ target_groups: "A\n\nB\nA" });
  assertEquals([groups, faults], [["A", "B"], ["duplicate 4"]]);
});

Deno.test("where Person Data is limited, tables and target groups need a limit of their own", () => {
  const claims = { target_groups: "A\nB", tables: "ORDERS: NO\nRETURNS: NO" };
  const all = { groups: ["A", "B"], tables: ["ORDERS", "RETURNS"], faults: [] };
  assertEquals(parse(claims), all);
  assertEquals(parse(claims, { events: [] }), all);

  const personData = ["EMAIL"];
  const { groups, tables, faults } = parse(claims, { personData });
  assertEquals([groups, tables], [[], []]);
  assertEquals(faults, ["not_allowed 1", "not_allowed 2", "not_allowed 1", "not_allowed 2"]);

  const own = parse(claims, { personData, tables: ["RETURNS"], targetGroups: ["A"] });
  assertEquals([own.groups, own.tables], [["A"], ["RETURNS"]]);
  assertEquals(parse(claims, { tables: [] }).tables, []);
});
