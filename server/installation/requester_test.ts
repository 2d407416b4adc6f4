import { assertEquals } from "@std/assert";
import { parseAgentPreferences, parseRequester } from "./requester.ts";

type Headers = Record<string, string>;

function requesterOf(headers: Headers) {
  return parseRequester((name) => headers[name.toLowerCase()]);
}

function emailOf(address: string): string | null {
  return requesterOf({ "requester-email": address }).email;
}

Deno.test("the requester is read from percent-encoded headers", () => {
  const requester = requesterOf({
    "requester-email": encodeURIComponent("søren+nyhed@example.dk"),
    "requester-id": "501",
    "requester-other-emails": `${encodeURIComponent("a b@x.dk c@x.dk")} d%40x.dk`,
    "requester-phones": encodeURIComponent("+4570102030,20 12 34 56"),
    "requester-locale": "da",
    "requester-name": encodeURIComponent(" Mette Sørensen "),
    "ticket-id": "101",
    "ticket-created-at": encodeURIComponent("2026-02-10T09:00:00Z"),
  });
  assertEquals(requester, {
    id: "501",
    email: "søren+nyhed@example.dk",
    otherEmails: ["b@x.dk", "c@x.dk", "d@x.dk"],
    name: "Mette Sørensen",
    hasMoreEmails: false,
    phones: ["+4570102030", "20 12 34 56"],
    isUserPage: false,
    ticketId: "101",
    ticketCreatedAt: Date.UTC(2026, 1, 10, 9),
    locale: "da",
  });
});

Deno.test("nothing is known of a requester whose headers are absent", () => {
  const nobody = {
    id: "",
    email: null,
    otherEmails: null,
    name: "",
    hasMoreEmails: false,
    phones: [],
    isUserPage: false,
    ticketId: "",
    ticketCreatedAt: null,
    locale: "",
  };
  assertEquals(requesterOf({}), nobody);
  const wrong = {
    "requester-email": "%E0%A4%A",
    "requester-id": "%zz",
    "requester-other-emails": "%",
    "requester-phones": "%",
    "requester-locale": "../../etc",
    "requester-name": "%E0%A4%A",
    "ticket-id": "abc",
    "ticket-created-at": "yesterday",
  };
  assertEquals(requesterOf(wrong), { ...nobody, otherEmails: [] });
});

Deno.test("an address is taken as it is, whatever may stand in one", () => {
  for (
    const address of ["o'brien/kent@example.ie", "a+b@x", "Mette@Example.DK", "ø@æ.dk", "a=b@x.dk"]
  ) {
    assertEquals(emailOf(encodeURIComponent(address)), address);
  }
  assertEquals(emailOf("%20mette@example.dk%20"), "mette@example.dk");
});

Deno.test("an address with something invisible in it is one, and stays as it is", () => {
  for (const address of ["i\uFEFFda@x.dk", "\u200Bida@x.dk", "ida@x\u00AD.dk"]) {
    assertEquals(emailOf(encodeURIComponent(address)), address);
    const headers = { "requester-other-emails": encodeURIComponent(`a@x.dk ${address}`) };
    assertEquals(requesterOf(headers).otherEmails, ["a@x.dk", address]);
  }
  assertEquals(emailOf(encodeURIComponent("\u200B@x.dk")), null);
});

Deno.test("what cannot be an address is none", () => {
  const wrong = [
    "mette",
    "@example.dk",
    "mette@",
    "a b@x.dk",
    "a@b@c",
    "a%EF%BF%BD@x.dk",
    "a%00b@x.dk",
    "a%0d%0a@x.dk",
  ];
  for (const address of wrong) assertEquals(emailOf(address), null, address);
  assertEquals(emailOf(`${"a".repeat(249)}@x.dk`), `${"a".repeat(249)}@x.dk`);
  assertEquals(emailOf(`${"a".repeat(250)}@x.dk`), null);
});

Deno.test("at most five other addresses are taken, each once and without the requester's own", () => {
  const others = [
    "own@x.dk",
    "a@x.dk",
    "A@X.dk",
    "o\u200Bwn@x.dk",
    "none",
    "b@x.dk",
    "c@x.dk",
    "d@x.dk",
    "e@x.dk",
    "f@x.dk",
  ];
  const five = ["a@x.dk", "b@x.dk", "c@x.dk", "d@x.dk", "e@x.dk"];
  for (const [named, isCut] of [[others, true], [five, false]] as const) {
    const { otherEmails, hasMoreEmails } = requesterOf({
      "requester-email": "own@x.dk",
      "requester-other-emails": encodeURIComponent(named.join(" ")),
    });
    assertEquals([otherEmails, hasMoreEmails], [five, isCut]);
  }
});

Deno.test("at most three phone numbers are taken, each once, and nothing that is none", () => {
  const phonesOf = (text: string) =>
    requesterOf({ "requester-phones": encodeURIComponent(text) }).phones;
  const wrong = ["1234", "+", "mette", "+45 70 10 20 30 x12", "70102030\u0000", "7".repeat(16)];
  assertEquals(phonesOf(wrong.join()), []);
  assertEquals(
    phonesOf("(45) 70-10.20/30, +4570102031,mette,+4570102031,45 70102032,4570102033"),
    ["(45) 70-10.20/30", "+4570102031", "45 70102032"],
  );
  // Who has only numbers was asked for other addresses, and has none.
  assertEquals(requesterOf({ "requester-phones": "%2B4570102030" }).otherEmails, []);
});

Deno.test("an identifier is digits, and no more than Zendesk's have", () => {
  const idOf = (id: string) => requesterOf({ "requester-id": id, "ticket-id": id });
  for (const id of ["1", "9".repeat(20)]) {
    assertEquals([idOf(id).id, idOf(id).ticketId], [id, id]);
  }
  for (const id of ["9".repeat(21), "-1", "1.0", "1%0a", "me", "1/2"]) {
    const read = idOf(id);
    assertEquals([read.id, read.ticketId], id === "1%0a" ? ["1", "1"] : ["", ""], id);
  }
});

function preferencesOf(headers: Headers) {
  return parseAgentPreferences((name) => headers[name.toLowerCase()]);
}

Deno.test("the agent's preferences are read from percent-encoded headers", () => {
  const preferences = preferencesOf({
    "agent-locale": "da-DK",
    "agent-time-zone": "Europe%2FCopenhagen",
    "agent-name": encodeURIComponent("Søren Ærø"),
    "agent-role": "admin",
  });
  assertEquals(preferences, {
    locale: "da-DK",
    timeZone: "Europe/Copenhagen",
    name: "Søren Ærø",
    isAdmin: true,
  });
});

Deno.test("an agent whose headers say nothing good reads English in UTC", () => {
  const english = { locale: "en", timeZone: "UTC", name: "", isAdmin: false };
  assertEquals(preferencesOf({}), english);
  for (const locale of ["%", "english please", "x".repeat(40), "da_DK", "<b>"]) {
    assertEquals(preferencesOf({ "agent-locale": locale }), english, locale);
  }
  for (const zone of ["+01:00", "Europe Copenhagen", "../UTC", "%", "x".repeat(99)]) {
    assertEquals(preferencesOf({ "agent-time-zone": zone }), english, zone);
  }
});

Deno.test("an agent's name is cut to a hundred characters", () => {
  assertEquals(preferencesOf({ "agent-name": "a".repeat(101) }).name, "a".repeat(100));
  const waving = encodeURIComponent("👋".repeat(101));
  assertEquals(preferencesOf({ "agent-name": waving }).name, "👋".repeat(100));
});
