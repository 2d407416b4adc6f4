import { assertEquals } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createChecker } from "./checker_fixture.ts";

const check = createChecker(createAgillicSimulator, {
  ...DEFAULT_SETTINGS,
  target_groups: "Loyal customers\nNear a shop",
  tables: "ORDERS: order_date, TOTAL | Orders",
});

Deno.test("checkAgillic finds target groups, tables and columns where all are there", async () => {
  for (const targetGroupShape of ["objects", "names", "envelope"] as const) {
    const { summary, calls } = await check({ switches: { targetGroupShape } });
    assertEquals(summary.slice(-2), [
      "green target_groups groups_known",
      "green tables tables_known",
    ]);
    assertEquals(calls.slice(-3).map(({ path }) => path), [
      "/discovery/targetgroups",
      "/discovery/onetomany",
      "/discovery/onetomany/ORDERS",
    ]);
  }
});

Deno.test("checkAgillic names what Agillic does not have, with close names", async () => {
  const { findings } = await check({
    settings: {
      target_groups: "Loyal customer\nLost",
      tables: "ORDER: TOTAL\nORDERS: TOTALS, NAME",
    },
  });
  assertEquals(findings.slice(-5).map(({ code, params }) => ({ code, ...params })), [
    { code: "group_unknown", group: "Loyal customer", close: "Loyal customers" },
    { code: "group_unknown", group: "Lost" },
    { code: "table_unknown", table: "ORDER", close: "ORDERS" },
    { code: "column_unknown", table: "ORDERS", column: "TOTALS", close: "TOTAL" },
    { code: "column_unknown", table: "ORDERS", column: "NAME" },
  ]);
  assertEquals(new Set(findings.slice(-5).map(({ state }) => state)), new Set(["red"]));
});

Deno.test("checkAgillic suggests only what the server allows", async () => {
  const { findings } = await check({
    settings: { target_groups: "Loyal customer", tables: "ORDER: TOTAL" },
    allowedTargetGroups: ["Near a shop"],
    allowedTables: [],
  });
  assertEquals(findings.slice(-2).map(({ params }) => params), [
    { group: "Loyal customer" },
    { table: "ORDER" },
  ]);
});

Deno.test("checkAgillic says what an instance without these discoveries cannot tell", async () => {
  const missing = (paths: string[]) => (path: string) =>
    paths.includes(path) ? new Response("", { status: 404 }) : null;
  const { summary } = await check({
    fetch: missing(["/discovery/targetgroups", "/discovery/onetomany"]),
  });
  assertEquals(summary.slice(-2), [
    "unknown target_groups discovery_missing",
    "unknown tables discovery_missing",
  ]);
  const columns = await check({ fetch: missing(["/discovery/onetomany/ORDERS"]) });
  assertEquals(columns.summary.at(-1), "unknown tables ORDERS discovery_missing");
});

Deno.test("checkAgillic does not ask where it cannot, or where nothing is to be shown", async () => {
  const broken = await check({ fetch: () => new Response("", { status: 403 }) });
  assertEquals(broken.summary.slice(-2), [
    "unknown target_groups after_token",
    "unknown tables after_token",
  ]);
  const half = await check({
    fetch: (path) => path === "/discovery/onetomany" ? new Response("{}") : null,
  });
  assertEquals(half.summary.slice(-2), [
    "green target_groups groups_known",
    "unknown tables agillic_answer_unknown",
  ]);
  const none = await check({ settings: { target_groups: "", tables: "" } });
  assertEquals(none.summary.filter((line) => /groups|tables/.test(line)), []);
});
