import { assertEquals } from "@std/assert";
import { createFormatter } from "../../views/format.ts";
import type { Communication } from "../agillic/communication.ts";
import { findDeliveryState, parseDeliveryState, readFlag, verdictOf } from "./verdict.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 1, 10, 9);
const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });

function sent(daysAgo: number, fields: Partial<Communication> = {}): Communication {
  return {
    name: "Newsletter",
    channel: "EMAIL",
    sentAt: NOW - daysAgo * DAY_MS,
    openedAt: null,
    clickedAt: null,
    bouncedAt: null,
    activity: "not_opened",
    storedUrl: null,
    ...fields,
  };
}

function bounced(daysAgo: number, fields: Partial<Communication> = {}): Communication {
  return sent(daysAgo, { activity: "hard_bounced", ...fields });
}

function stateOf(personData: Record<string, string>, awaiting = false) {
  return findDeliveryState(new Map(Object.entries(personData)), awaiting);
}

Deno.test("a flag is yes, no, or not known", () => {
  const readings: [string, boolean | null][] = [
    ["TRUE", true],
    ["true", true],
    [" Yes ", true],
    ["1", true],
    ["FALSE", false],
    ["no", false],
    ["0", false],
    ["", null],
    ["perhaps", null],
  ];
  for (const [text, read] of readings) {
    assertEquals(readFlag(new Map([["MEMBER", text]]), "MEMBER"), read, text);
  }
  assertEquals(readFlag(new Map(), "MEMBER"), null);
});

Deno.test("Person Data without a blocker says nothing against delivery", () => {
  const good = {
    MALFORMED_EMAIL: "FALSE",
    VALID_EMAIL: "TRUE",
    COMPLAINT: "0",
    UNSUBSCRIBED: "false",
    INACTIVE_EMAIL: "no",
    EMAIL_PERMISSION: "TRUE",
    MSISDN_TYPE: "Mobile",
  };
  assertEquals(stateOf(good), null);
  assertEquals(stateOf({}), null);
});

Deno.test("each blocker of Person Data is told, the gravest of several", () => {
  const gravestFirst: [Record<string, string>, string][] = [
    [{ MALFORMED_EMAIL: "TRUE" }, "malformed"],
    [{ VALID_EMAIL: "false" }, "bounces"],
    [{ COMPLAINT: "true" }, "complaint"],
    [{ UNSUBSCRIBED: "TRUE" }, "unsubscribed"],
    [{ INACTIVE_EMAIL: "1" }, "inactive"],
    [{ EMAIL_PERMISSION: "FALSE" }, "no_permission"],
    [{ MSISDN_TYPE: "Invalid" }, "msisdn_invalid"],
  ];
  const milder: Record<string, string> = {};
  for (const [personData, state] of gravestFirst.toReversed()) {
    assertEquals(stateOf(personData), state);
    assertEquals(stateOf(Object.assign(milder, personData)), state);
  }
  assertEquals(stateOf({ EMAIL_PERMISSION: "FALSE" }, true), "awaiting");
  assertEquals(stateOf({ UNSUBSCRIBED: "TRUE" }, true), "unsubscribed");
});

Deno.test("only a word that there is becomes a delivery state", () => {
  assertEquals(parseDeliveryState("unsubscribed"), "unsubscribed");
  for (const text of [undefined, "", "Unsubscribed", "constructor", "bounces,complaint"]) {
    assertEquals(parseDeliveryState(text), null, text);
  }
});

Deno.test("Person Data decides the verdict before the history does", () => {
  const history = [sent(1, { activity: "opened" })];
  assertEquals(verdictOf("unsubscribed", history, formatter), { kind: "unsubscribed" });
  assertEquals(verdictOf("bounces", history, formatter), { kind: "bounces" });
  assertEquals(verdictOf("complaint", [bounced(1)], formatter), { kind: "complaint" });
});

Deno.test("mail bounces since the first of its last unbroken bounces", () => {
  const history = [
    sent(0.5, { channel: "SMS", activity: "" }),
    bounced(1),
    sent(2, { channel: "PRINT", activity: "" }),
    bounced(10, { bouncedAt: NOW - 9 * DAY_MS, channel: "TRANSACTIONAL_EMAIL" }),
    sent(20, { activity: "opened" }),
    bounced(30),
  ];
  const verdict = { kind: "bounces", since: "1 Feb 2026" } as const;
  assertEquals(verdictOf(null, history, formatter), verdict);
  assertEquals(verdictOf("bounces", history, formatter), verdict);
});

Deno.test("mail that bounces at a time that is not known just bounces", () => {
  assertEquals(verdictOf(null, [bounced(0, { sentAt: null })], formatter), { kind: "bounces" });
});

Deno.test("a bounce before a mail that arrived is no longer the verdict", () => {
  assertEquals(verdictOf(null, [sent(1), bounced(2)], formatter), {
    kind: "opened",
    opened: "0",
    sent: { number: 2, text: "2" },
  });
});

Deno.test("the verdict counts the mails that were opened or clicked, and no other channel", () => {
  const history = [
    sent(1, { activity: "opened" }),
    sent(2, { activity: "clicked", channel: "TRANSACTIONAL_EMAIL" }),
    sent(3),
    sent(4, { channel: "PUSH_NOTIFICATION", activity: "opened" }),
    sent(5, { channel: "SMS", activity: "" }),
  ];
  assertEquals(verdictOf(null, history, formatter), {
    kind: "opened",
    opened: "2",
    sent: { number: 3, text: "3" },
  });
});

Deno.test("without mails the verdict counts what was sent, or says that nothing was", () => {
  const history = Array.from({ length: 1_200 }, () => sent(1, { channel: "SMS", activity: "" }));
  assertEquals(verdictOf(null, history, formatter), {
    kind: "sent",
    sent: { number: 1_200, text: "1,200" },
  });
  assertEquals(verdictOf(null, [], formatter), { kind: "nothing_sent" });
});
