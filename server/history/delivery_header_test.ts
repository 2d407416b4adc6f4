import { assertEquals } from "@std/assert";
import { parseDeliveryState, writeDeliveryState } from "./delivery_header.ts";
import type { DeliveryState } from "./delivery_state.ts";

const domains = [
  { domain: "news.acme.com", since: "2025-03-03" },
  { domain: "shop.acme.com", since: null },
  { domain: "", since: null },
];
const states: Record<string, DeliveryState | null> = {
  "none": null,
  "bounces": { kind: "bounces" },
  "unsubscribed_unknown": { kind: "unsubscribed_unknown" },
  "unsubscribed": { kind: "unsubscribed", since: null, domains: [] },
  "unsubscribed 2025-03-03": { kind: "unsubscribed", since: "2025-03-03", domains: [] },
  "complaint 2025-03-03T13:35:45.000Z": {
    kind: "complaint",
    since: "2025-03-03T13:35:45.000Z",
    domains: [],
  },
  "complaint 2025-03-03T00:00:00.000Z": {
    kind: "complaint",
    since: "2025-03-03T00:00:00.000Z",
    domains: [],
  },
  "unsubscribed news.acme.com/2025-03-03 shop.acme.com/ /": {
    kind: "unsubscribed",
    since: null,
    domains,
  },
};

Deno.test("what the header says is read as it was written", () => {
  for (const [text, state] of Object.entries(states)) {
    assertEquals(writeDeliveryState(state), text);
    assertEquals(parseDeliveryState(text), state, text);
  }
});

Deno.test("a header that this server does not write says nothing", () => {
  for (
    const text of [
      ...["", "Unsubscribed", "constructor", "bounces,complaint", "bounces 2025-03-03"],
      ...["unsubscribed ", "unsubscribed yesterday", "unsubscribed 03.03.2025"],
      ...[
        "unsubscribed 2025-02-31",
        "unsubscribed 2025-02-31T10:00:00.000Z",
        "unsubscribed 2025",
        "unsubscribed 2025-03-03 2025-03-04",
      ],
      ...["unsubscribed mette@example.dk/", "unsubscribed <b>/", "unsubscribed A.dk/"],
      ...["unsubscribed a.dk/soon", "unsubscribed a.dk/2025-03-03/b", "complaint  a.dk/"],
      `unsubscribed ${"a.dk/ ".repeat(7).trim()}`,
    ]
  ) assertEquals(parseDeliveryState(text), null, text);
});
