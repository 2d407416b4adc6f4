import { assert, assertEquals } from "@std/assert";
import type { CommunicationActivity } from "../agillic/communication.ts";
import { marksOf } from "./marks.ts";
import { outlineOf, pictureOf } from "./picture.ts";

const from = new Date("2026-08-12T00:00:00Z");
const to = new Date("2026-11-12T00:00:00Z");

function picture(
  sent: [channel: string, at: string | null, activity?: CommunicationActivity][],
  ticketCreatedAt: string | null = null,
) {
  return pictureOf(
    sent.map(([channel, at, activity = ""]) => ({
      channel,
      sentAt: at === null ? null : Date.parse(at),
      activity,
    })),
    { from, to },
    {
      ticketCreatedAt: ticketCreatedAt === null ? null : Date.parse(ticketCreatedAt),
      startOf: ({ year, month, day }) => Date.UTC(year, month - 1, day),
    },
  );
}

Deno.test("the most used channel is the first line, equal ones go by name, and each communication a mark on its own", () => {
  const { lines, marks, undated } = picture([
    ["SMS", "2026-08-12T00:00:00Z"],
    ["EMAIL", "2026-09-27T00:00:00Z", "opened"],
    ["EMAIL", "2026-11-12T00:00:00Z", "clicked"],
    ["PRINT", null],
  ]);
  assertEquals(lines.map(({ channel, count }) => [channel, count]), [["EMAIL", 2], ["SMS", 1]]);
  const shown = marks.map(({ x, row, communications }) => [
    x,
    row,
    ...communications.map(({ activity }) => activity),
  ]);
  assertEquals(shown, [[0.5, 0, "opened"], [1, 0, "clicked"], [0, 1, ""]]);
  assertEquals(undated, 1);
});

Deno.test("what has no line or no time in the period is counted apart, and no line counts it", () => {
  const channels = Array.from({ length: 10 }, (_, index) => `CHANNEL_${index}`);
  const { lines, marks, moreChannels, undated } = picture([
    ...channels.map((channel): [string, string] => [channel, "2026-09-01T00:00:00Z"]),
    ["CHANNEL_9", "2026-11-12T00:04:00Z"],
    ["CHANNEL_9", "2026-11-12T00:06:00Z"],
    ["CHANNEL_9", null],
  ]);
  assertEquals([lines.length, moreChannels, undated], [8, 2, 2]);
  assertEquals([lines[0]?.channel, lines[0]?.count], ["CHANNEL_9", 2]);
  assertEquals(lines.reduce((sum, { count }) => sum + count, 0), marks.length);
});

Deno.test("what is left out of a picture is known before it is drawn", () => {
  const sent = ["2026-09-01T00:00:00Z", "2026-11-12T00:06:00Z"].flatMap((at) =>
    Array.from({ length: 10 }, (_, index) => ({
      channel: `CHANNEL_${index}`,
      sentAt: Date.parse(at),
      activity: "" as const,
    }))
  );
  assertEquals(outlineOf(sent, { to }), { lines: 8, moreChannels: 2, undated: 10 });
  assertEquals(outlineOf(sent.slice(8, 11), { to }), { lines: 2, moreChannels: 0, undated: 1 });
});

Deno.test("months stand where they begin", () => {
  assertEquals(picture([]).months.map(({ x, at }) => [Math.round(x * 92), at]), [
    [20, Date.UTC(2026, 8)],
    [50, Date.UTC(2026, 9)],
    [81, Date.UTC(2026, 10)],
  ]);
});

Deno.test("the ticket has the 72 h before it, and none where it is older than the picture", () => {
  const { ticket } = picture([], "2026-11-11T00:00:00Z");
  assert(ticket);
  assertEquals(Math.round((ticket.x - ticket.fromX) * 92), 3);
  assertEquals(picture([], "2026-01-01T00:00:00Z").ticket, null);
  assertEquals(picture([]).ticket, null);
});

Deno.test("ten thousand communications are few marks that stand for each of them, in their order", () => {
  const points = Array.from({ length: 10_000 }, (_, index) => ({
    x: index / 10_000,
    row: index % 8,
    communication: index,
  }));
  const marks = marksOf(points);
  assert(marks.length <= 60, `${marks.length}`);
  const numbers = marks.flatMap(({ communications }) => communications);
  assertEquals(numbers.toSorted((a, b) => a - b), points.map(({ communication }) => communication));
  for (const { communications } of marks) {
    assert(communications.every((number, index) => number > (communications[index - 1] ?? -1)));
  }
  assert(marks.every(({ x }) => x >= 0 && x <= 1));
});
