import { assert, assertStringIncludes } from "@std/assert";
import { CommunicationRows } from "./communication_rows.tsx";

const hostile = '"><script>alert(1)</script>';
const escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
const moment = { text: "10:12", exact: "2026-11-12 09:12:05 UTC", iso: "2026-11-12T09:12:05Z" };

Deno.test("a stored copy is a link only when it is https", () => {
  const row = (storedCopyUrl: string) =>
    String(
      <CommunicationRows
        language="en"
        rows={[{
          key: "1",
          channel: "CARRIER_PIGEON",
          name: hostile,
          sentAt: moment,
          activity: "",
          storedCopyUrl,
        }]}
      />,
    );
  assertStringIncludes(row("https://a.dk/?x=1&y=2"), 'href="https://a.dk/?x=1&amp;y=2"');
  for (const url of ["http://a.dk", "javascript:alert(1)", "data:text/html,x", "//a.dk"]) {
    assert(!row(url).includes('href="' + url.slice(0, 4)), url);
    assert(!row(url).includes("<a "), url);
  }
  assertStringIncludes(row(""), "CARRIER_PIGEON");
  assertStringIncludes(row(""), `<strong>${escaped}</strong>`);
});
