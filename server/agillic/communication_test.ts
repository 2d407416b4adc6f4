import { assertEquals } from "@std/assert";
import { parseCommunication } from "./communication.ts";

const SENT_MS = Date.UTC(2026, 10, 1, 11);
const OPENED_MS = Date.UTC(2026, 10, 1, 12);
const CLICKED_MS = Date.UTC(2026, 10, 1, 12, 30);
const BOUNCED_MS = Date.UTC(2026, 10, 1, 11, 1);
const NOW_MS = Date.UTC(2026, 10, 22);

const sent = {
  communicationId: "Newsletter",
  communicationType: "EMAIL",
  executionTimestamp: "01.11.2026 12:00:00",
};
const opened = { openedTimestamp: "01.11.2026 13:00:00" };
const clicked = { clickedTimeStamp: "01.11.2026 13:30:00" };

function parse(additionalFields: unknown, row: Record<string, unknown> = {}) {
  return parseCommunication({ ...sent, additionalFields, ...row }, NOW_MS);
}

Deno.test("parseCommunication reads a mail with everything", () => {
  const storedEmailURL = "https://mail.example.net/stored/1?a=b";
  assertEquals(parse({ ...opened, ...clicked, bounced: false, storedEmailURL }), {
    name: "Newsletter",
    channel: "EMAIL",
    sentAt: SENT_MS,
    openedAt: OPENED_MS,
    clickedAt: CLICKED_MS,
    bouncedAt: null,
    activity: "clicked",
    storedUrl: storedEmailURL,
  });
});

Deno.test("parseCommunication shows the strongest activity", () => {
  assertEquals(parse({ bounced: false })?.activity, "not_opened");
  assertEquals(parse(opened)?.activity, "opened");
  assertEquals(parse({ openedTimestamp: "", clickedTimestamp: null })?.activity, "not_opened");
  assertEquals(parse(clicked)?.activity, "clicked");
  assertEquals(parse({ clickedTimestamp: "2026-11-01T12:30:00Z" })?.clickedAt, CLICKED_MS);
  assertEquals(parse({ ...opened, ...clicked, bounced: true })?.activity, "hard_bounced");
});

Deno.test("parseCommunication falls back to the other spelling of an empty click", () => {
  const both = { clickedTimeStamp: "", clickedTimestamp: "2026-11-01T12:30:00Z" };
  assertEquals(parse(both)?.activity, "clicked");
});

Deno.test("parseCommunication reads every way to say bounced", () => {
  for (const bounced of [true, "true", "TRUE", "1", 1, "yes", "HARD"]) {
    const communication = parse({ bounced });
    assertEquals(communication?.activity, "hard_bounced", String(bounced));
    assertEquals(communication?.bouncedAt, null, String(bounced));
  }
  for (const bounced of [false, "false", "FALSE", "", null, 0, "0", "no", "null"]) {
    assertEquals(parse({ bounced })?.activity, "not_opened", String(bounced));
  }
  for (const bounced of ["soft", "Soft bounce", "N", "n", "none", "never", "N/A", "-", "blocked"]) {
    assertEquals(parse({ bounced })?.activity, "not_opened", String(bounced));
  }
  assertEquals(parse({ bounced: "01.11.2026 12:01:00" })?.bouncedAt, BOUNCED_MS);
  assertEquals(parse({ bounced: BOUNCED_MS })?.bouncedAt, BOUNCED_MS);
});

const NEVER = [
  ...["", "N", "no", "none", "never", "n/a", "N/A", "-", "null", "false", false, null, 0, "0"],
  ...["0000-00-00", "0000-00-00 00:00:00", "0001-01-01", "0001-01-01T00:00:00Z"],
  ...["00.00.0000 00:00:00", "01.01.0001 00:00:00", "1970-01-01T00:00:00Z", "01.01.1970 01:00:00"],
];

Deno.test("parseCommunication reads no time and no yes as not opened", () => {
  for (const time of NEVER) {
    for (const name of ["openedTimestamp", "clickedTimeStamp", "clickedTimestamp"]) {
      const communication = parse({ [name]: time });
      assertEquals(communication?.activity, "not_opened", `${name} ${time}`);
      assertEquals(communication?.openedAt, null, `${name} ${time}`);
      assertEquals(communication?.clickedAt, null, `${name} ${time}`);
    }
  }
});

Deno.test("parseCommunication claims nothing of a field that is neither a time nor yes or no", () => {
  for (const text of ["27/11/2017", "perhaps", "soft", "31.02.2026 10:00:00"]) {
    assertEquals(parse({ openedTimestamp: text })?.activity, "", text);
    assertEquals(parse({ clickedTimeStamp: text })?.activity, "", text);
    assertEquals(parse({ ...opened, clickedTimeStamp: text })?.activity, "opened", text);
  }
});

Deno.test("parseCommunication takes a bounce's words for a bounce only, and a list for no answer", () => {
  for (const given of ["hard", "Hard bounce", {}, { at: "01.11.2026 13:00:00" }, [true]]) {
    const shown = JSON.stringify(given);
    assertEquals(parse({ openedTimestamp: given })?.activity, "", shown);
    assertEquals(parse({ clickedTimeStamp: given })?.activity, "", shown);
  }
  assertEquals(parse({ bounced: { type: "hard" } })?.activity, "not_opened");
});

Deno.test("parseCommunication believes no activity in the future, or long before its message", () => {
  const ahead = new Date(NOW_MS + 6 * 60_000).toISOString();
  for (const time of [ahead, "31.12.9999 23:59:59", "2000-01-01", "31.10.2026 11:00:00"]) {
    assertEquals(parse({ openedTimestamp: time })?.activity, "", time);
    assertEquals(parse({ clickedTimeStamp: time })?.activity, "", time);
    assertEquals(parse({ bounced: time })?.activity, "not_opened", time);
  }
  const byAnotherClock = new Date(NOW_MS + 4 * 60_000).toISOString();
  assertEquals(parse({ openedTimestamp: byAnotherClock })?.activity, "opened");
  // A day alone, and a clock that is behind: it happened, at a time that cannot be told.
  for (const time of ["01.11.2026", "2026-11-01", "01.11.2026 11:59:59"]) {
    const communication = parse({ openedTimestamp: time });
    assertEquals([communication?.activity, communication?.openedAt], ["opened", null], time);
  }
  const undated = { executionTimestamp: "yesterday" };
  assertEquals(parse({ openedTimestamp: "01.01.2026 12:00:00" }, undated)?.activity, "opened");
});

Deno.test("parseCommunication reads the other row where the known names are absent", () => {
  const row = { date: "01.11.2026 12:00:00", type: "email", status: "Opened" };
  const nothing = { openedAt: null, clickedAt: null, bouncedAt: null, storedUrl: null };
  const read = { name: "", channel: "EMAIL", sentAt: SENT_MS, activity: "opened", ...nothing };
  assertEquals(parseCommunication(row, NOW_MS), { ...read, activity: "opened" });
  for (
    const [status, activity] of [
      ["not_opened", "not_opened"],
      ["CLICKED", "clicked"],
      ["hard-bounced", "hard_bounced"],
      ["sent", ""],
      [undefined, ""],
    ]
  ) assertEquals(parseCommunication({ ...row, status }, NOW_MS)?.activity, activity, status);
  const both = { ...sent, type: "SMS", status: "clicked" };
  assertEquals(parseCommunication(both, NOW_MS)?.channel, "EMAIL");
  assertEquals(parseCommunication({ status: "clicked" }, NOW_MS), null);
});

Deno.test("parseCommunication claims no activity where there is none to know", () => {
  for (const communicationType of ["SMS", "INBOUND_SMS", "PRINT", "PUSH_NOTIFICATION", "PIGEON"]) {
    assertEquals(parse({}, { communicationType })?.activity, "", communicationType);
    assertEquals(parse(undefined, { communicationType })?.activity, "", communicationType);
  }
  assertEquals(parse(opened, { communicationType: "PUSH_NOTIFICATION" })?.activity, "opened");
  assertEquals(parse(undefined)?.activity, "");
  assertEquals(parse(null)?.activity, "");
  assertEquals(parse("x")?.activity, "");
  assertEquals(parse({}, { communicationType: "TRANSACTIONAL_EMAIL" })?.activity, "not_opened");
});

Deno.test("parseCommunication makes links of https only", () => {
  const storedUrl = (storedEmailURL: unknown) => parse({ storedEmailURL })?.storedUrl;
  assertEquals(storedUrl("HTTPS://Mail.example.net/a b"), "https://mail.example.net/a%20b");
  const others = ["http://mail.example.net/", "javascript:alert(1)", " javascript:alert(1)"];
  for (const url of [...others, "data:text/html,x", "//mail.example.net/", "https://", "", 7]) {
    assertEquals(storedUrl(url), null, String(url));
  }
});

Deno.test("parseCommunication keeps what can be read of a row", () => {
  assertEquals(parse({}, { communicationId: null })?.name, "");
  assertEquals(parse({}, { communicationId: 42 })?.name, "42");
  assertEquals(parse({}, { communicationType: undefined })?.channel, "");
  assertEquals(parse({}, { communicationType: " email " })?.channel, "EMAIL");
  assertEquals(parse({}, { executionTimestamp: "yesterday" })?.sentAt, null);
  assertEquals(parse({}, { executionTimestamp: SENT_MS })?.sentAt, SENT_MS);
});

Deno.test("parseCommunication gives up rows that say nothing", () => {
  for (const row of [null, 7, "x", [], {}, { additionalFields: opened }]) {
    assertEquals(parseCommunication(row, NOW_MS), null);
  }
});
