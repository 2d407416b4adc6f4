import { assertStringIncludes } from "@std/assert";
import { Problem } from "./problem.tsx";

const moment = { text: "10:12", exact: "2026-11-12 09:12:05 UTC", iso: "2026-11-12T09:12:05Z" };

Deno.test("Problem names the code and the request in details that can be copied", () => {
  const html = String(
    <Problem
      language="en"
      code="agillic_timeout"
      place="recipient"
      details={{ status: "504", timeUtc: moment.exact, requestId: "3f2a9c" }}
    />,
  );
  assertStringIncludes(html, 'data-problem="agillic_timeout"');
  assertStringIncludes(
    html,
    `Code: agillic_timeout\nStatus: 504\nTime (UTC): ${moment.exact}\nRequest: 3f2a9c`,
  );
  assertStringIncludes(html, 'data-copy-from="recipient-details-text"');
});

Deno.test("Try again of the whole sidebar gives way to whatever loads it next", () => {
  const html = String(
    <Problem
      language="en"
      code="agillic_unavailable"
      place="create"
      retry={{ path: "/sidebar", target: "sidebar" }}
    />,
  );
  assertStringIncludes(html, 'hx-get="/sidebar" hx-target="#sidebar"');
  assertStringIncludes(html, 'hx-sync="#sidebar:replace"');
});
