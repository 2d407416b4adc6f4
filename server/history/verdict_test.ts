import { assertEquals } from "@std/assert";
import type { Communication } from "../agillic/communication.ts";
import { verdictOf } from "./verdict.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 1, 10, 9);

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

Deno.test("Person Data decides the verdict before the history does", () => {
  const history = [sent(1, { activity: "opened" })];
  const unsubscribed = { kind: "unsubscribed", since: "2025-03-03", domains: [] } as const;
  const complaint = { kind: "complaint", since: null, domains: [] } as const;
  assertEquals(verdictOf(unsubscribed, history), unsubscribed);
  assertEquals(verdictOf({ kind: "bounces" }, history), { kind: "bounces", since: null });
  assertEquals(verdictOf(complaint, [bounced(1)]), complaint);
});

Deno.test("a bounce goes before what keeps no mail from being sent", () => {
  for (const kind of ["unsubscribed_unknown", "msisdn_invalid", "inactive"] as const) {
    assertEquals(verdictOf({ kind }, [bounced(1)]).kind, "bounces");
    assertEquals(verdictOf({ kind }, [sent(1), bounced(2)]), { kind });
  }
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
  const verdict = { kind: "bounces", since: NOW - 9 * DAY_MS } as const;
  assertEquals(verdictOf(null, history), verdict);
  assertEquals(verdictOf({ kind: "bounces" }, history), verdict);
});

Deno.test("mail that bounces at a time that is not known just bounces", () => {
  assertEquals(verdictOf(null, [bounced(0, { sentAt: null })]), {
    kind: "bounces",
    since: null,
  });
});

Deno.test("a bounce before a mail that arrived is no longer the verdict", () => {
  assertEquals(verdictOf(null, [sent(1), bounced(2)]), {
    kind: "opened",
    opened: 0,
    sent: 2,
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
  assertEquals(verdictOf(null, history), {
    kind: "opened",
    opened: 2,
    sent: 3,
  });
});

Deno.test("without mails the verdict counts what was sent, or says that nothing was", () => {
  const history = Array.from({ length: 1_200 }, () => sent(1, { channel: "SMS", activity: "" }));
  assertEquals(verdictOf(null, history), {
    kind: "sent",
    sent: 1_200,
  });
  assertEquals(verdictOf(null, []), { kind: "nothing_sent" });
});
