import { assertEquals } from "@std/assert";
import { type DeliveryState, type EmailStatus, findDeliveryState } from "./delivery_state.ts";

const NOW = Date.UTC(2026, 1, 10, 9);

type Given = { awaiting?: boolean; emailStatus?: EmailStatus };

function stateOf(
  personData: Record<string, string>,
  { awaiting = false, emailStatus = "unused" }: Given = {},
): DeliveryState | null {
  return findDeliveryState(new Map(Object.entries(personData)), {
    awaitingConfirmation: awaiting,
    emailStatus,
    now: NOW,
  });
}

function rows(...rows: Record<string, string>[]): EmailStatus {
  return rows.map((row) => new Map(Object.entries(row)));
}

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
  assertEquals(stateOf({ VALID_EMAIL: "n/a", EMAIL_PERMISSION: "-", UNSUBSCRIBED: "none" }), null);
});

Deno.test("each blocker of Person Data is told, the gravest of several", () => {
  const gravestFirst: [Record<string, string>, DeliveryState["kind"]][] = [
    [{ MALFORMED_EMAIL: "TRUE" }, "malformed"],
    [{ VALID_EMAIL: "n" }, "bounces"],
    [{ COMPLAINT: "true" }, "complaint"],
    [{ UNSUBSCRIBED: "Y" }, "unsubscribed"],
    [{ EMAIL_PERMISSION: "FALSE" }, "no_permission"],
    [{ MSISDN_TYPE: " Invalid" }, "msisdn_invalid"],
    [{ INACTIVE_EMAIL: "1" }, "inactive"],
  ];
  const milder: Record<string, string> = {};
  for (const [personData, kind] of gravestFirst.toReversed()) {
    assertEquals(stateOf(personData)?.kind, kind);
    assertEquals(stateOf(Object.assign(milder, personData))?.kind, kind);
  }
  assertEquals(stateOf({ EMAIL_PERMISSION: "FALSE" }, { awaiting: true })?.kind, "awaiting");
  assertEquals(stateOf({ UNSUBSCRIBED: "TRUE" }, { awaiting: true })?.kind, "unsubscribed");
});

Deno.test("where unsubscribes are kept by domain, Person Data says nothing of them", () => {
  const personData = { UNSUBSCRIBED: "TRUE", COMPLAINT: "TRUE" };
  assertEquals(stateOf(personData, { emailStatus: [] }), null);
  assertEquals(
    stateOf({ ...personData, INACTIVE_EMAIL: "1" }, { emailStatus: [] })?.kind,
    "inactive",
  );
});

Deno.test("each domain that somebody unsubscribed from is told, a complaint before it", () => {
  const news = { DOMAIN: "news.acme.com", UNSUBSCRIBED: "TRUE", UNSUBSCRIBED_DATE: "03.03.2025" };
  const shop = { DOMAIN: "Shop.acme.com", UNSUBSCRIBED: "1" };
  const club = { DOMAIN: "club.acme.com", UNSUBSCRIBED: "FALSE" };
  assertEquals(stateOf({}, { emailStatus: rows(news, club, shop) }), {
    kind: "unsubscribed",
    since: null,
    domains: [
      { domain: "news.acme.com", since: "2025-03-03" },
      { domain: "shop.acme.com", since: null },
    ],
  });
  const marked = { ...club, COMPLAINT: "yes", COMPLAINT_DATE: "2025-04-05T10:00:00Z" };
  assertEquals(stateOf({}, { emailStatus: rows(news, marked) }), {
    kind: "complaint",
    since: null,
    domains: [{ domain: "club.acme.com", since: "2025-04-05T10:00:00.000Z" }],
  });
});

Deno.test("rows that cannot be read leave open whether somebody unsubscribed", () => {
  const given = { emailStatus: "unknown" } as const;
  assertEquals(stateOf({ UNSUBSCRIBED: "TRUE" }, given), { kind: "unsubscribed_unknown" });
  assertEquals(stateOf({ INACTIVE_EMAIL: "1" }, given)?.kind, "unsubscribed_unknown");
  assertEquals(stateOf({ VALID_EMAIL: "false" }, given)?.kind, "bounces");
  assertEquals(stateOf({ EMAIL_PERMISSION: "false" }, given)?.kind, "no_permission");
});
