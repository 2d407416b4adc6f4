/** Faults in the settings of events. */
import { assertEquals } from "@std/assert";
import { faultOf, faultsOf, LEAST, TOKEN } from "../../tests/setting_faults_fixture.ts";
import { parseFilledIn } from "./settings_fixture.ts";

Deno.test("a description or a label without an event is named", () => {
  for (const slot of [1, 2, 3]) {
    assertEquals(faultOf(`event_${slot}_description`, "Sends"), "description_without_name");
    const faults = faultsOf({
      [`event_${slot}_label`]: "Mail",
      [`event_${slot}_name`]: `{{setting.event_${slot}_name}}`,
    });
    assertEquals(faults.map(({ parameter, code }) => [parameter, code]), [
      [`event_${slot}_label`, "label_without_name"],
    ]);
  }
});

Deno.test("a context or a resume event without an event is named", () => {
  assertEquals(faultOf("event_2_context", "order: ID=Order"), "context_without_name");
  assertEquals(faultOf("event_2_resume_event", "resume"), "resume_event_without_name");
});

Deno.test("faults in the lines of more events say which line, and the others keep their slots", () => {
  const { settings, faults } = parseFilledIn({
    ...LEAST,
    enable_event_trigger_view: true,
    more_events: [
      "welcome",
      "",
      " | Without a name",
      "order | Order | Late | order: ID",
      "pause | Pause | | | resume | more",
      "delete_all",
      "welcome | | | | delete_all",
      "welcome|Again||order:A=A (x|y)|resume",
      "welcome",
      "welcome",
      "welcome",
    ].join("\n"),
  }, { events: ["welcome", "order", "pause", "resume"] });
  assertEquals(faults.map(({ parameter, code, position }) => `${parameter} ${code} ${position}`), [
    "more_events line_malformed 3",
    "more_events context_malformed 4",
    "more_events line_malformed 5",
    "more_events not_allowed 6",
    "more_events not_allowed 7",
    "more_events too_many_lines 11",
  ]);
  assertEquals(settings?.events.map(({ slot, label }) => `${slot} ${label}`), [
    "4 welcome",
    "10 Again",
    "11 welcome",
    "12 welcome",
  ]);
});

Deno.test("more events that were refused whole are not called none besides", () => {
  const faults = faultsOf({ enable_event_trigger_view: true, more_events: `welcome | ${TOKEN}` });
  assertEquals(faults.map(({ parameter, code }) => [parameter, code]), [
    ["more_events", "holds_credential"],
  ]);
});
