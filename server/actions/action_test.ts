import { assertEquals, assertNotEquals } from "@std/assert";
import { createSealing, type SealedKind } from "../sealing.ts";
import {
  type Action,
  ACTION_TTL_SECONDS,
  type ActionReason,
  findMismatch,
  type Offer,
  openAction,
  sealAction,
} from "./action.ts";

const OFFER: Offer = {
  kind: "event",
  slot: 1,
  event: "welcome_event",
  subdomain: "acme",
  installationId: "77",
  instance: "digest",
  userId: "2001",
  ticketId: "101",
  requesterId: "501",
  requesterEmail: "mette@example.dk",
  recipientField: "EMAIL",
  recipientValue: "mette@example.dk",
};

function openSealing() {
  const clock = { now: Date.UTC(2026, 1, 10, 9) };
  const keys = [new Uint8Array(32).fill(1)];
  let count = 0;
  return {
    clock,
    sealing: createSealing({ keys, now: () => clock.now }),
    random: () => `nonce-${++count}`,
  };
}

Deno.test("openAction gives back what was sealed, each time with a nonce of its own", async () => {
  const { sealing, random } = openSealing();

  const first = await openAction(sealing, await sealAction(sealing, OFFER, random));
  const second = await openAction(sealing, await sealAction(sealing, OFFER, random));

  assertEquals(first, { ok: true, value: { ...OFFER, nonce: "nonce-1" } });
  assertEquals(second.ok && second.value.nonce, "nonce-2");
});

Deno.test("a sealed action shows nothing of what it holds", async () => {
  const { sealing, random } = openSealing();
  const [header = ""] = (await sealAction(sealing, OFFER, random)).split(".");
  const token = await sealAction(sealing, OFFER, random);

  assertEquals(Object.keys(JSON.parse(atob(header))).toSorted(), ["alg", "enc", "kid"]);
  for (const part of token.split(".").slice(1)) {
    const bytes = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    assertEquals(/mette|welcome|acme/.test(bytes), false);
  }
});

Deno.test("openAction refuses a missing, an altered and a foreign action", async () => {
  const { sealing, random } = openSealing();
  const token = await sealAction(sealing, OFFER, random);
  const parts = token.split(".");
  const reasonOf = async (text: string) => {
    const opened = await openAction(sealing, text);
    return opened.ok ? null : opened.reason;
  };
  const altered = (index: number) =>
    parts.map((part, at) => at === index ? `${part[0] === "A" ? "B" : "A"}${part.slice(1)}` : part)
      .join(".");
  const foreign = createSealing({ keys: [new Uint8Array(32).fill(2)], now: Date.now });

  assertEquals(await reasonOf(""), "action_missing");
  assertEquals(await reasonOf("rubbish"), "sealed_malformed");
  for (const index of [2, 3, 4]) assertEquals(await reasonOf(altered(index)), "sealed_altered");
  assertNotEquals(await reasonOf(altered(0)), null);
  assertEquals(await reasonOf(await sealAction(foreign, OFFER, random)), "sealed_unknown_key");
});

Deno.test("openAction refuses whatever else this server sealed", async () => {
  const { sealing } = openSealing();
  const others: SealedKind[] = ["agent-pass", "session", "recipient", "agent-name"];
  for (const kind of others) {
    const token = await sealing.seal(kind, { ...OFFER, nonce: "n" }, 60);
    assertEquals((await openAction(sealing, token)).ok, false, kind);
  }
});

Deno.test("openAction refuses an action that lacks a part or has another type", async () => {
  const { sealing } = openSealing();
  const whole: Action = { ...OFFER, nonce: "n" };
  for (const name of Object.keys(whole)) {
    for (const value of [undefined, null, {}]) {
      const token = await sealing.seal("action", { ...whole, [name]: value }, 60);
      assertEquals(await openAction(sealing, token), { ok: false, reason: "sealed_malformed" });
    }
  }
});

Deno.test("openAction refuses an action after 30 minutes", async () => {
  const { sealing, random, clock } = openSealing();
  const token = await sealAction(sealing, OFFER, random);

  clock.now += ACTION_TTL_SECONDS * 1000 - 1_000;
  assertEquals((await openAction(sealing, token)).ok, true);
  clock.now += 1_000;
  assertEquals(await openAction(sealing, token), { ok: false, reason: "sealed_expired" });
  assertEquals(ACTION_TTL_SECONDS, 30 * 60);
});

Deno.test("findMismatch names what an action was not offered for", () => {
  const others: { [Name in keyof Offer]: [Offer[Name], ActionReason] } = {
    kind: ["create", "action_other_kind"],
    slot: [2, "action_other_kind"],
    event: ["double_opt_in", "action_other_event"],
    subdomain: ["other", "action_other_agent"],
    installationId: ["78", "action_other_agent"],
    instance: ["other", "action_other_instance"],
    userId: ["2002", "action_other_agent"],
    ticketId: ["102", "action_other_ticket"],
    requesterId: ["502", "action_other_requester"],
    requesterEmail: ["Mette@example.dk", "action_other_requester"],
    recipientField: ["AGILLIC_ID", "action_other_recipient"],
    recipientValue: [".EbrB", "action_other_recipient"],
  };
  const action: Action = { ...OFFER, nonce: "n" };

  assertEquals(findMismatch(action, OFFER), null);
  for (const [name, [value, reason]] of Object.entries(others)) {
    assertEquals(findMismatch(action, { ...OFFER, [name]: value }), reason, name);
    assertEquals(findMismatch({ ...action, [name]: value }, OFFER), reason, name);
  }
});

Deno.test("findMismatch compares every part of an offer", () => {
  const action: Action = { ...OFFER, nonce: "n" };
  for (const name of Object.keys(OFFER)) {
    assertNotEquals(findMismatch(action, { ...OFFER, [name]: "something else" }), null, name);
  }
});
