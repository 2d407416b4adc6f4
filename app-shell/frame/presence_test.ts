import { assertEquals } from "@std/assert";
import { createPresence, headersOf } from "./presence.ts";

Deno.test("headersOf() sends a name and an address with a lone surrogate, and a mark in its place", () => {
  const presence = createPresence();
  presence.place = {
    location: "ticket_sidebar",
    requester: { id: "501", email: "mette\ud83d@example.dk", locale: "da", name: "" },
    ticket: { id: "101", createdAt: "" },
    agent: { name: "Ida \udc4b", locale: "da", timeZone: "", role: "" },
  };
  presence.identities = [["m\ud83d@example.dk"], ["+4570102030"]];
  const headers = headersOf(presence, "session");
  assertEquals(headers["Requester-Email"], "mette%EF%BF%BD%40example.dk");
  assertEquals(headers["Requester-Other-Emails"], "m%EF%BF%BD%40example.dk");
  assertEquals(headers["Requester-Phones"], "%2B4570102030");
  assertEquals(headers["Agent-Name"], "Ida%20%EF%BF%BD");
});
