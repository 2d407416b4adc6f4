import { assert, assertEquals } from "@std/assert";
import { parseConfig } from "./config.ts";
import { COMPLETE, faultsOf } from "./config_fixture.ts";

const DATABASE_URL = "postgres://user:pass%20word@db.example:5432/name?sslmode=verify-full";

Deno.test("parseConfig takes Postgres in place of the file, but not both", () => {
  const { databaseUrl, kvPath } = parseConfig({ ...COMPLETE, KV_PATH: "", DATABASE_URL });
  assertEquals([databaseUrl, kvPath], [DATABASE_URL, null]);
  const addressOf = (DATABASE_URL: string, PGSSLMODE: string) =>
    parseConfig({ ...COMPLETE, KV_PATH: "", DATABASE_URL, PGSSLMODE }).databaseUrl;
  assertEquals(addressOf(DATABASE_URL, "require"), DATABASE_URL);
  assertEquals(addressOf("postgres://db.example/n", ""), "postgres://db.example/n");
  const apart = addressOf("postgres://a:b%20c@db.example/name?x=1", "require");
  assertEquals(apart, "postgres://a:b%20c@db.example/name?x=1&sslmode=require");
  assertEquals(faultsOf({ KV_PATH: "", DATABASE_URL, PGSSLMODE: "yes" }), [
    "PGSSLMODE is not one of disable, allow, prefer, require, verify-ca, verify-full.",
  ]);
  assertEquals(faultsOf({ DATABASE_URL }), [
    "DATABASE_URL is set, and KV_PATH too: take away either.",
  ]);
});

Deno.test("parseConfig needs neither on Deno Deploy, which assigns a database", () => {
  const { databaseUrl, kvPath } = parseConfig({ ...COMPLETE, KV_PATH: "", DENO_DEPLOY: "1" });
  assertEquals([databaseUrl, kvPath], [null, null]);
});

Deno.test("parseConfig refuses what is no address of a Postgres, and repeats nothing of it", () => {
  const wrong = [
    "mysql://user:hush@db.example/name",
    "postgres:///hush",
    "user:hush@db.example",
    "postgres://user:hush%@db.example/name",
  ];
  for (const DATABASE_URL of wrong) {
    const [fault = "", ...more] = faultsOf({ KV_PATH: "", DATABASE_URL });
    assertEquals(more, []);
    assert(/^DATABASE_URL (is not|has)/.test(fault) && !fault.includes("hush"), fault);
  }
});
