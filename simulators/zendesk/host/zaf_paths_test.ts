import { assertEquals, assertThrows } from "@std/assert";
import { readPath, requesterEvents } from "./zaf_paths.js";

const METTE = { id: 501, name: "Mette", email: "mette@example.dk", locale: "da", otherEmails: [] };
const CALLER = { id: 511, name: "Caller", email: null, locale: "en-US", otherEmails: [] };
const VIEW = {
  location: "ticket_sidebar" as const,
  ticket: {
    id: 101,
    subject: "Hi",
    status: "open" as const,
    requesterId: 501,
    createdAt: 1_763_640_000_123,
    comments: [],
    tags: [],
  },
  requester: METTE,
  currentUser: { id: 9001, timeZone: { ianaName: "Europe/Copenhagen" } },
  subdomain: "acme",
  colorScheme: "dark" as const,
};

Deno.test("a path reads a branch or a leaf", () => {
  assertEquals(readPath(VIEW, "ticket.requester.email"), "mette@example.dk");
  assertEquals(readPath(VIEW, "ticket.requester").id, 501);
  assertEquals(readPath(VIEW, "ticket.createdAt"), "2025-11-20T12:00:00+00:00");
  assertEquals(readPath(VIEW, "currentUser.timeZone.ianaName"), "Europe/Copenhagen");
  assertEquals(readPath(VIEW, "colorScheme"), "dark");
});

Deno.test("a path there is not is no such API, inherited names included", () => {
  for (const path of ["ticket.nope", "user.id", "constructor", "ticket.id.toFixed", ""]) {
    assertThrows(() => readPath(VIEW, path), Error, "No such Api");
  }
});

Deno.test("a requester without an address has null for it, and no requester is null throughout", () => {
  assertEquals(readPath({ ...VIEW, requester: CALLER }, "ticket.requester.email"), null);
  assertEquals(readPath({ ...VIEW, requester: null }, "ticket.requester"), null);
  assertEquals(readPath({ ...VIEW, requester: null }, "ticket.requester.email"), null);
});

Deno.test("a new ticket has a requester and no id, a user's page has a user and no ticket", () => {
  const draft = { ...VIEW, location: "new_ticket_sidebar" as const, ticket: null };
  assertEquals(readPath(draft, "ticket.requester.id"), 501);
  assertThrows(() => readPath(draft, "ticket.id"), Error, "No such Api");
  const user = { ...VIEW, location: "user_sidebar" as const, ticket: null };
  assertEquals(readPath(user, "user.email"), "mette@example.dk");
  assertThrows(() => readPath(user, "ticket.requester"), Error, "No such Api");
});

Deno.test("a changed requester raises an event for each part that changed, the id first", () => {
  assertEquals(requesterEvents(METTE, CALLER, "ticket.requester"), [
    ["ticket.requester.id.changed", 511],
    ["ticket.requester.email.changed", null],
    ["ticket.requester.name.changed", "Caller"],
  ]);
  assertEquals(requesterEvents(METTE, { ...METTE, email: "new@example.dk" }, "user"), [
    ["user.email.changed", "new@example.dk"],
  ]);
  assertEquals(requesterEvents(METTE, METTE, "user"), []);
});
