import { assert, assertStringIncludes } from "@std/assert";
import { CreatePart } from "./create.tsx";

Deno.test("CreatePart says that nobody is missing once the first step is done", () => {
  const html = String(
    <CreatePart
      language="en"
      address="a@b.dk"
      action="sealed"
      steps={{ create: "done", doubleOptIn: "failed" }}
      problem={{ code: "event_not_valid", params: { event: "duble" } }}
    />,
  );
  assert(!html.includes("Recipient not found"));
  assertStringIncludes(html, "Trigger double opt-in event");
  assertStringIncludes(html, "The event “duble” is not valid in this Agillic instance.");
});
