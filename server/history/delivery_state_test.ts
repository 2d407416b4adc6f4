import { assertEquals } from "@std/assert";
import { findDeliveryState, parseDeliveryState, readFlag } from "./delivery_state.ts";

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
    [{ EMAIL_PERMISSION: "FALSE" }, "no_permission"],
    [{ MSISDN_TYPE: "Invalid" }, "msisdn_invalid"],
    [{ INACTIVE_EMAIL: "1" }, "inactive"],
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
  for (const text of ["", "Unsubscribed", "constructor", "bounces,complaint"]) {
    assertEquals(parseDeliveryState(text), null, text);
  }
});
