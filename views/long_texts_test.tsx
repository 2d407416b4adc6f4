import { assertLess, assertStringIncludes } from "@std/assert";
import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.ts";
import { CommunicationRows } from "./communication_rows.tsx";
import { CreatePart } from "./create.tsx";
import { EventForm } from "./event_form.tsx";
import { findingRow } from "./findings.ts";
import { Problem } from "./problem.tsx";
import { RecipientMatches, RecipientPart } from "./recipient.tsx";
import { replySentence } from "./reply_sentence.ts";
import { Summary } from "./summary.tsx";
import { SummaryHistory } from "./summary_history.tsx";

const MOST_BYTES = 12_000;
const long = "x".repeat(100_000);
const moment = { text: "10:12", exact: "2026-11-12 09:12:05 UTC", iso: "2026-11-12T09:12:05Z" };
const language = "en";

const VIEWS: Record<string, () => JSX.Element> = {
  "a field's label, and the raw value on hover": () => (
    <RecipientPart
      language={language}
      fetchedAt={moment}
      rows={[{ name: "NOTE", label: long, value: "Yes", raw: long }]}
    />
  ),
  "who it is, the address that matched, and what was sent": () => (
    <Summary {...{ language, name: long, matchedOn: long }}>
      <SummaryHistory
        language={language}
        content={{
          latest: { name: long, sentAt: moment, activity: "" },
          pastWeek: "1",
          pastMonth: "1",
          causes: [{ name: long, sentAt: moment, hoursBefore: "1", row: "1-0" }],
        }}
        withCauses
      />
    </Summary>
  ),
  "the lines of a recipient to choose": () => (
    <RecipientMatches
      language={language}
      problem={{ code: "email_field_not_unique", params: { field: long } }}
      matches={[{ sealed: "sealed", title: long, lines: [long, long] }]}
    />
  ),
  "an event's title, its description, and who triggered it": () => (
    <EventForm
      language={language}
      slot={1}
      title={long}
      description={long}
      action="sealed"
      last={{ when: moment, secondsAgo: 240, agent: long, outcome: "triggered" }}
    />
  ),
  "the requester's address": () => (
    <CreatePart
      language={language}
      address={long}
      action="sealed"
    />
  ),
  "what a problem names": () => (
    <Problem language={language} place="event-1" code="event_not_valid" params={{ event: long }} />
  ),
  "a communication's name, sentence and stored copy": () => (
    <CommunicationRows
      language={language}
      rows={[{
        key: "1",
        channel: "EMAIL",
        name: long,
        sentAt: moment,
        activity: "",
        storedCopyUrl: `https://mail.example.net/${long}`,
        insert: {
          sentence: replySentence(language, { channel: "EMAIL", name: long, date: "1 May" }) ?? "",
          ticket: "12",
        },
      }]}
    />
  ),
  "a channel that nobody knows": () => <>{channelName(language, long)}</>,
  "what a finding names": () => {
    const params = { field: long, close: long };
    const { words, next } = findingRow(language, {
      check: "person_data_fields",
      state: "red",
      code: "field_unknown",
      params,
    }, new Map());
    return <>{words} {next}</>;
  },
};

for (const [what, view] of Object.entries(VIEWS)) {
  Deno.test(`a long text is shortened: ${what}`, () => {
    const html = String(view());
    assertLess(html.length, MOST_BYTES);
    assertStringIncludes(html, "x…");
  });
}
