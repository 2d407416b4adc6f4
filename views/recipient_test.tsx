import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { RecipientMatches, RecipientPart } from "./recipient.tsx";

const hostile = '"><script>alert(1)</script>';
const escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
const moment = { text: "10:12", exact: "2026-11-12 09:12:05 UTC", iso: "2026-11-12T09:12:05Z" };

Deno.test("RecipientPart shows Person Data as text, in the order given, and a hyphen for nothing", () => {
  const html = String(
    <RecipientPart
      language="en"
      fetchedAt={moment}
      rows={[
        { name: "WEBSITE", label: "Website", value: "javascript:alert(1)", raw: "" },
        { name: "NOTE", label: hostile, value: hostile, raw: hostile },
        { name: "CITY", label: "City", value: "-", raw: "" },
      ]}
    />,
  );
  assert(!html.includes("<script>alert"));
  assert(!html.includes("href"));
  assertStringIncludes(html, `data-copy="${escaped}"`);
  assertEquals([...html.matchAll(/data-field="(\w+)"/g)].map(([, name]) => name), [
    "WEBSITE",
    "NOTE",
    "CITY",
  ]);
  assertStringIncludes(html, "<dt>City</dt><dd><span>-</span></dd>");
});

Deno.test("RecipientPart has the raw value on hover where another is shown", () => {
  const html = String(
    <RecipientPart
      language="en"
      fetchedAt={moment}
      rows={[{ name: "EMAIL_PERMISSION", label: "Permission", value: "Yes", raw: "TRUE" }]}
    />,
  );
  assertStringIncludes(html, '<span title="TRUE">Yes</span>');
  assertMatch(
    html,
    new RegExp(`<time datetime="${moment.iso}" title="${moment.exact}" ?>10:12</time>`),
  );
});

Deno.test("RecipientMatches keeps the problem on top and names a recipient only to the server", () => {
  const html = String(
    <RecipientMatches
      language="en"
      problem={{ code: "email_field_not_unique", params: { field: "EMAIL" } }}
      matches={[{ sealed: 'se"aled', title: "Kim", lines: [hostile] }]}
    />,
  );
  assert(html.indexOf("Error Response Code: 400") < html.indexOf("Kim"));
  assertStringIncludes(html, 'hx-headers="{&quot;Recipient&quot;:&quot;se\\&quot;aled&quot;}"');
  assert(!html.includes("<form"));
});

Deno.test("RecipientPart follows a creation, and loads the history again where its verdict is old", () => {
  const part = { language: "en", fetchedAt: moment, rows: [] } as const;
  const news = { kind: "awaited", next: { look: 1, delaySeconds: 6 } } as const;
  const created = { since: 1_000, news, verdict: { kind: "nothing_sent" } } as const;
  const requests = (html: unknown) =>
    [...String(html).matchAll(/hx-get="(\/communications[^"]*)"/g)].map(([, path]) => path);

  assertEquals(requests(<RecipientPart {...part} />), []);
  assertEquals(requests(<RecipientPart {...part} created={created} />), [
    "/communications/since/1000/1",
  ]);
  assertEquals(requests(<RecipientPart {...part} refreshesHistory />), ["/communications"]);
});
