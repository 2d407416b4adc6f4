import { assert, assertEquals } from "@std/assert";
import type { CommunicationActivity } from "../agillic/communication.ts";
import { countActivities, marksOf } from "./marks.ts";
import { pictureOf } from "./picture.ts";

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
  assertEquals(marks, [
    { x: 0.5, row: 0, count: 1, activities: countActivities([{ activity: "opened" }]) },
    { x: 1, row: 0, count: 1, activities: countActivities([{ activity: "clicked" }]) },
    { x: 0, row: 1, count: 1, activities: countActivities([{ activity: "" }]) },
  ]);
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

Deno.test("ten thousand communications are few marks that still say how many became what", () => {
  const points = Array.from({ length: 10_000 }, (_, index) => ({
    x: index / 10_000,
    row: index % 8,
    activity: index === 5_000 ? "hard_bounced" as const : "opened" as const,
  }));
  const marks = marksOf(points);
  assert(marks.length <= 60, `${marks.length}`);
  assertEquals(marks.reduce((sum, { count }) => sum + count, 0), 10_000);
  const bounced = marks.filter(({ activities }) => activities.has("hard_bounced"));
  assertEquals(bounced.map(({ activities }) => activities.get("hard_bounced")), [1]);
  assert(
    marks.every(({ count, activities }) =>
      [...activities.values()].reduce((sum, each) => sum + each, 0) === count
    ),
  );
  assert(marks.every(({ x }) => x >= 0 && x <= 1));
});
