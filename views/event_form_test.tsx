import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { EventForm, type EventFormProps } from "./event_form.tsx";
import type { FollowUpContent } from "./follow_up.tsx";

const moment = { text: "10:12", exact: "2026-11-12 09:12:05 UTC", iso: "2026-11-12T09:12:05Z" };

const event: EventFormProps = {
  language: "en",
  slot: 2,
  title: "double_opt_in",
  action: "sealed",
};

Deno.test("EventForm posts its slot and the sealed action, never a name", () => {
  const html = String(<EventForm {...event} />);
  assertStringIncludes(html, 'action="/events/2" hx-post="/events/2"');
  assertStringIncludes(html, '<input type="hidden" name="action" value="sealed">');
  assertEquals(html.match(/ name="(?!event")/g)?.length, 1);
  assertStringIncludes(html, 'button type="submit" id="event-2-trigger"');
});

Deno.test("EventForm says when, by whom, in which ticket and what came of it", () => {
  const last = {
    secondsAgo: 240,
    when: { ...moment, text: "4 min ago" },
    agent: "<Mette>",
    ticket: "12",
  };
  const text = (outcome: "triggered" | "unknown" | "under_way") =>
    String(<EventForm {...event} last={{ ...last, outcome }} />).replace(/<\/?time[^>]*>/g, "");
  assertStringIncludes(
    text("triggered"),
    'Last triggered 4 min ago by &lt;Mette&gt;, ticket <button type="button"',
  );
  assertStringIncludes(text("unknown"), "Outcome unknown: tried 4 min ago");
  assertStringIncludes(text("under_way"), "Being triggered: started 4 min ago by");
});

Deno.test("EventForm cannot be posted while it is blocked, and keeps the focus", () => {
  const html = String(
    <EventForm {...event} blocked={{ kind: "cooling_down", wait: "in 45 sec", seconds: 44.2 }} />,
  );
  assertStringIncludes(html, '<button type="button" id="event-2-trigger"');
  assertStringIncludes(html, 'aria-disabled="true"');
  assert(!html.includes(" disabled"));
  assertStringIncludes(html, 'hx-trigger="load delay:45s"');
});

const AWAITED: FollowUpContent = {
  since: 1_000,
  news: { kind: "awaited", next: { look: 1, delaySeconds: 6 } },
  verdict: { kind: "unsubscribed" },
};

Deno.test("EventForm claims no more than that it was triggered, and looks at the history", () => {
  const result = { kind: "triggered", followUp: AWAITED, withRecipient: true } as const;
  const html = String(<EventForm {...event} result={result} />);
  assertStringIncludes(html, "Event triggered");
  assertStringIncludes(html, "If Agillic sends something, it appears in the history.");
  assertStringIncludes(html, "Unsubscribed");
  assertStringIncludes(html, 'hx-trigger="load delay:6s, activated from:#events-renewal delay:6s"');
  assertStringIncludes(html, 'hx-get="/communications/since/1000/1"');
  assertStringIncludes(html, 'hx-trigger="load delay:15s" hx-get="/recipient"');
});

Deno.test("EventForm keeps what is followed out of what is renewed, and of the panel", () => {
  const problem = { code: "outcome_unknown" } as const;
  const followed = { followUp: AWAITED, withRecipient: false };
  const html = String(<EventForm {...event} result={{ kind: "unknown", problem, ...followed }} />);
  const [form = "", result = ""] = html.split('<div id="event-2-result">');
  assertEquals([form.includes("outcome_unknown"), result.includes("outcome_unknown")], [
    false,
    true,
  ]);
  assertMatch(form, /<div id="event-2-offer" class="renewed">.*<\/details>/);
  assertEquals(html.includes('hx-get="/recipient"'), false);
});
