import { assertEquals } from "@std/assert";
import { COMPLAINT, findDomainOptOut, findOptOut, UNSUBSCRIBED } from "./opt_outs.ts";

const NOW = Date.UTC(2026, 1, 10, 9);

function sinceOf(personData: Record<string, string>): string | null | undefined {
  const given = new Map(Object.entries({ UNSUBSCRIBED: "TRUE", ...personData }));
  return findOptOut(given, UNSUBSCRIBED, NOW)?.since;
}

Deno.test("an unsubscribe has the date that Agillic has, in either spelling", () => {
  assertEquals(sinceOf({ UNSUBSCRIBED_DATE: "03.03.2025" }), "2025-03-03");
  assertEquals(sinceOf({ UNSUBSCRIBE_DATE: "2025-03-03" }), "2025-03-03");
  assertEquals(
    sinceOf({ UNSUBSCRIBED_DATE: "never", UNSUBSCRIBE_DATE: "03.03.2025 14:35:45" }),
    "2025-03-03T13:35:45.000Z",
  );
  assertEquals(sinceOf({ UNSUBSCRIBED: "03.03.2025 14:35:45" }), "2025-03-03T13:35:45.000Z");
  const marked = new Map([["COMPLAINT", "1"], ["COMPLAINT_DATE", "04.05.2025"]]);
  assertEquals(findOptOut(marked, COMPLAINT, NOW), { since: "2025-05-04", domains: [] });
});

Deno.test("a date that there cannot be is left out", () => {
  for (
    const date of [
      ...["", "-", "yesterday", "31.02.2025", "0000-00-00", "0001-01-01", "1"],
      ...["01.01.1970", "1970-01-01T00:00:00Z", "01.01.1900", "12.02.2026", "10.02.2026 23:00:00"],
    ]
  ) assertEquals(sinceOf({ UNSUBSCRIBED_DATE: date }), null, date);
  assertEquals(sinceOf({ UNSUBSCRIBED_DATE: "10.02.2026" }), "2026-02-10");
});

Deno.test("a date without a yes is no unsubscribe", () => {
  for (const flag of ["FALSE", "", "perhaps"]) {
    const personData = new Map([["UNSUBSCRIBED", flag], ["UNSUBSCRIBED_DATE", "03.03.2025"]]);
    assertEquals(findOptOut(personData, UNSUBSCRIBED, NOW), null, flag);
  }
});

function domainsOf(...domains: string[]): string[] | undefined {
  const rows = domains.map((domain) => new Map([["DOMAIN", domain], ["UNSUBSCRIBED", "TRUE"]]));
  return findDomainOptOut(rows, UNSUBSCRIBED, NOW)?.domains.map(({ domain }) => domain);
}

Deno.test("what is no domain, and more domains than are named, are told without a name", () => {
  assertEquals(domainsOf(" News.Acme.com ", "news.acme.com"), ["news.acme.com"]);
  for (const odd of ["mette@example.dk", "a b", "<b>", "../x", "a".repeat(101), ""]) {
    assertEquals(domainsOf(odd), [""], odd);
    assertEquals(domainsOf(odd, "a.dk"), ["a.dk", ""], odd);
  }
  const six = ["a.dk", "b.dk", "c.dk", "d.dk", "e.dk", "f.dk"];
  assertEquals(domainsOf(...six), [...six.slice(0, 5), ""]);
  assertEquals(domainsOf(...six.slice(0, 5)), six.slice(0, 5));
});
