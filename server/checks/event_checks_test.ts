import { assertEquals } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createChecker } from "./checker_fixture.ts";

const check = createChecker(createAgillicSimulator, DEFAULT_SETTINGS);

Deno.test("checkAgillic reads events, each once, and achieves none", async () => {
  const { calls } = await check({ settings: { event_1_name: "dwelcome_event" } });
  const paths = calls.map(({ path }) => path).filter((path) => path.includes("/events/"));
  assertEquals(paths.length, 3);
  assertEquals(new Set(paths).size, 3);
  assertEquals(calls.filter(({ method }) => method !== "GET"), []);
});

Deno.test("checkAgillic finds an event that is not valid", async () => {
  const { findings, summary } = await check({ settings: { event_1_name: "dwelcome_event" } });
  assertEquals(summary.slice(3, 5), [
    "red event 1 event_not_valid",
    "green event 2 event_known",
  ]);
  assertEquals(findings[3]?.params, { event: "dwelcome_event" });
  assertEquals(findings[3]?.parameter, "event_1_name");
});

Deno.test("checkAgillic reads the events of more_events, and those that resume, where they are filled in", async () => {
  const { findings } = await check({
    settings: {
      event_3_resume_event: "confirm_email",
      more_events: "order_late\npause_communication | | | | no_such_event",
    },
  });
  const events = findings.filter(({ check }) => check === "event");
  assertEquals(
    events.slice(2).map(({ subject, code, parameter }) => `${subject} ${code} ${parameter}`),
    [
      "3 event_known event_3_name",
      "3 event_known event_3_resume_event",
      "4 event_known more_events",
      "5 event_known more_events",
      "5 event_not_valid more_events",
    ],
  );
});

Deno.test("checkAgillic finds a double opt-in event that is not valid", async () => {
  const { summary } = await check({ settings: { double_opt_in_event: "dubble_opt_in" } });
  assertEquals(summary.at(-1), "red double_opt_in_event event_not_valid");
});

Deno.test("checkAgillic misses the double opt-in event only where recipients may be created", async () => {
  const needed = await check({ settings: { double_opt_in_event: "" } });
  assertEquals(
    needed.summary.at(-1),
    "red double_opt_in_event creation_event_missing",
  );
  const off = await check({
    settings: { double_opt_in_event: "", enable_recipient_creation_view: false },
  });
  assertEquals(off.summary.at(-1), "green double_opt_in_event creation_off");
});

for (
  const [reason, testRecipient] of [
    ["test_recipient_missing", ""],
    ["test_recipient_malformed", "mette"],
  ] as const
) {
  Deno.test(`checkAgillic cannot check events: ${reason}`, async () => {
    const { summary, calls } = await check({ testRecipient });
    assertEquals(summary.slice(2, 4), [
      "green email_field email_field_unique",
      `unknown event 1 ${reason}`,
    ]);
    assertEquals(calls.length, 2);
  });
}

for (const errorBody of ["json", "text", "empty", "html"] as const) {
  Deno.test(`checkAgillic tells a missing recipient from a missing event by ${errorBody}`, async () => {
    const { summary } = await check({
      testRecipient: "nobody@example.dk",
      switches: { errorBody },
    });
    assertEquals(summary.slice(3), [
      "unknown event 1 test_recipient_not_found",
      "unknown event 2 test_recipient_not_found",
      "unknown event 3 test_recipient_not_found",
      "unknown double_opt_in_event test_recipient_not_found",
    ]);
    const unknownEvents = ["welcome_event", "double_opt_in", "pause_communication"];
    const there = await check({ switches: { errorBody, unknownEvents } });
    assertEquals(there.summary.slice(3), [
      "red event 1 event_not_valid",
      "red event 2 event_not_valid",
      "red event 3 event_not_valid",
      "red double_opt_in_event event_not_valid",
    ]);
  });
}

Deno.test("checkAgillic says which event could not be read", async () => {
  const { findings, summary } = await check({
    fetch: (path) => path.includes("welcome_event") ? new Response("", { status: 500 }) : null,
  });
  assertEquals(summary.slice(3, 5), [
    "unknown event 1 agillic_unavailable",
    "green event 2 event_known",
  ]);
  assertEquals(findings[3]?.status, 500);
});
