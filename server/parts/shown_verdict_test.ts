import { assertEquals } from "@std/assert";
import { createFormatter } from "../../views/format.ts";
import { shownVerdict } from "./shown_verdict.ts";

Deno.test("a day since when somebody unsubscribed is that day in every time zone", () => {
  const shown = ["America/Los_Angeles", "Pacific/Auckland"].map((timeZone) => {
    const formatter = createFormatter({ locale: "en", timeZone });
    const since = ["2025-03-03", "2025-03-03T13:35:45.000Z"];
    const domains = since.map((since) => ({ domain: "news.acme.com", since }));
    const verdict = shownVerdict({ kind: "unsubscribed", since: null, domains }, [], formatter);
    return verdict.kind === "unsubscribed" ? verdict.domains?.map(({ since }) => since) : [];
  });
  assertEquals(shown, [["Mar 3, 2025", "Mar 3, 2025"], ["Mar 3, 2025", "Mar 4, 2025"]]);
});
