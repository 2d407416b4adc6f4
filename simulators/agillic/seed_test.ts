import { assertEquals, assertGreaterOrEqual } from "@std/assert";
import { createDefaultSeed } from "./seed.ts";
import { noon } from "./client_fixture.ts";

const hourMs = 3_600_000;

Deno.test("the seed's recipients are told apart, and only one shares an address, and one a number", () => {
  const { recipients } = createDefaultSeed(noon);
  const ids = recipients.map(({ personData }) => personData.AGILLIC_ID);
  assertEquals(new Set(ids).size, recipients.length);
  const emails = recipients.filter(({ shares }) => shares !== "EMAIL")
    .map(({ personData }) => personData.EMAIL);
  assertEquals(new Set(emails).size, recipients.length - 1);
  const phones = recipients.filter(({ shares }) => shares !== "MSISDN")
    .flatMap(({ personData: { MSISDN } }) => MSISDN === undefined ? [] : [MSISDN]);
  assertEquals(new Set(phones).size, phones.length);
  assertEquals(emails.includes("nobody@example.dk"), false);
});

Deno.test("the seed's fields hold every name that its recipients and events use", () => {
  const { fields, recipients, events } = createDefaultSeed(noon);
  const names = new Set(fields.map(({ name }) => name));
  const used = [
    ...recipients.flatMap(({ personData }) => Object.keys(personData)),
    ...events.flatMap(({ sideEffects }) => sideEffects)
      .flatMap((effect) => effect.do === "set" ? [effect.field] : []),
  ];
  assertEquals(used.filter((name) => !names.has(name)), []);
});

Deno.test("Mette has every channel, every activity, and the last days", () => {
  const [mette] = createDefaultSeed(noon).recipients;
  const communications = mette?.communications ?? [];
  assertEquals(new Set(communications.map(({ channel }) => channel)).size, 9);
  assertGreaterOrEqual(Object.keys(mette?.personData ?? {}).length, 14);
  const recent = communications.filter(({ sentAt }) => sentAt > noon - 72 * hourMs);
  assertGreaterOrEqual(recent.length, 3);
  assertEquals(communications.filter(({ sentAt }) => sentAt < noon - 93 * 24 * hourMs).length, 1);
  const schemes = communications.map(({ storedEmailUrl }) => storedEmailUrl?.split(":")[0]);
  assertEquals([...new Set(schemes)].sort(), ["https", "javascript", undefined]);
});
