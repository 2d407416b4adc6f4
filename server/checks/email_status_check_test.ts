import { assertEquals } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createChecker } from "./checker_fixture.ts";

const check = createChecker(createAgillicSimulator, {
  ...DEFAULT_SETTINGS,
  domain_based_unsubscribe: true,
});

Deno.test("checkAgillic reads the table of domain-based unsubscribes on the test recipient", async () => {
  const { summary, calls } = await check();
  assertEquals(summary.at(-1), "green email_status email_status_readable");
  assertEquals(calls.length, 7);
  assertEquals(
    calls.at(-1)?.path,
    "/recipients/EMAIL=mette%40example.dk/oneToManyTables/EMAIL_STATUS",
  );
});

Deno.test("checkAgillic reads the table by the spelling that finds the test recipient", async () => {
  const { summary } = await check({ testRecipient: "Mette@Example.dk" });
  assertEquals(summary.at(-1), "green email_status email_status_readable");
});

Deno.test("checkAgillic misses the table where the instance has none", async () => {
  const { findings, summary } = await check({ switches: { unknownTables: ["EMAIL_STATUS"] } });
  assertEquals(summary.at(-1), "red email_status email_status_missing");
  assertEquals(findings.at(-1)?.parameter, "domain_based_unsubscribe");
});

Deno.test("checkAgillic cannot check the table without a recipient who is in Agillic", async () => {
  for (const testRecipient of ["", "mette", "nobody@example.dk"]) {
    const { summary } = await check({ testRecipient });
    assertEquals(summary.at(-1), "unknown email_status email_status_unchecked", testRecipient);
  }
});

Deno.test("checkAgillic says why the table could not be read", async () => {
  const answers: [Response, string][] = [
    [new Response("", { status: 500 }), "unknown email_status agillic_unavailable"],
    [new Response("", { status: 403 }), "red email_status token_invalid"],
    [Response.json([{ SENDER: "a.dk" }]), "unknown email_status agillic_answer_unknown"],
  ];
  for (const [answer, found] of answers) {
    const { summary } = await check({
      fetch: (path) => path.includes("/oneToManyTables/") ? answer.clone() : null,
    });
    assertEquals(summary.at(-1), found);
  }
});

Deno.test("checkAgillic does not ask for the table before what it depends on is right", async () => {
  const { summary, calls } = await check({ switches: { emailUnique: false } });
  assertEquals(summary.at(-1), "unknown email_status after_email_field");
  assertEquals(calls.filter(({ path }) => path.includes("/oneToManyTables/")), []);
});

Deno.test("checkAgillic says nothing of the table where it is not used", async () => {
  const { summary } = await check({ settings: { domain_based_unsubscribe: false } });
  assertEquals(summary.filter((line) => line.includes("email_status")), []);
});
