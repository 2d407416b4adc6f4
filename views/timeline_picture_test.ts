import { assert, assertEquals } from "@std/assert";
import type { Activity } from "./activity.ts";
import { createFormatter } from "./format.ts";
import { timelineMarks } from "./timeline_marks.ts";
import { timelinePicture } from "./timeline_picture.ts";

const formatter = createFormatter({ locale: "en-GB", timeZone: "Europe/Copenhagen" });
const from = new Date("2026-08-12T00:00:00Z");
const to = new Date("2026-11-12T00:00:00Z");

function picture(
  sent: [channel: string, at: string | null, activity?: Activity][],
  ticketCreatedAt: string | null = null,
) {
  return timelinePicture({
    from,
    to,
    communications: sent.map(([channel, at, activity = ""]) => ({
      channel,
      sentAt: at === null ? null : Date.parse(at),
      activity,
    })),
    ticketCreatedAt: ticketCreatedAt === null ? null : Date.parse(ticketCreatedAt),
    likelyCauseMs: 72 * 3_600_000,
    formatter,
  });
}

Deno.test("the most used channel is the first line, and each communication a mark on its own", () => {
  const { channels, marks } = picture([
    ["SMS", "2026-08-12T00:00:00Z"],
    ["EMAIL", "2026-09-27T00:00:00Z", "opened"],
    ["EMAIL", "2026-11-12T00:00:00Z", "clicked"],
    ["PRINT", null],
  ]);
  assertEquals(channels.map(({ channel, count }) => [channel, count.text]), [
    ["EMAIL", "2"],
    ["SMS", "1"],
    ["PRINT", "1"],
  ]);
  assertEquals(marks, [
    { x: 0, row: 1, activity: "", count: 1 },
    { x: 0.5, row: 0, activity: "opened", count: 1 },
    { x: 1, row: 0, activity: "clicked", count: 1 },
  ]);
});

Deno.test("months stand where they begin, by their names", () => {
  assertEquals(picture([]).months.map(({ x, text }) => [Math.round(x * 92), text]), [
    [20, "Sept"],
    [50, "Oct"],
    [81, "Nov"],
  ]);
});

Deno.test("the ticket has the 72 h before it, and none where it is older than the picture", () => {
  const { ticket } = picture([], "2026-11-11T00:00:00Z");
  assert(ticket);
  assertEquals(Math.round((ticket.x - ticket.fromX) * 92), 3);
  assertEquals(picture([], "2026-01-01T00:00:00Z").ticket, undefined);
  assertEquals(picture([]).ticket, undefined);
});

Deno.test("ten thousand communications are few marks that still say how many, and the gravest", () => {
  const points = Array.from({ length: 10_000 }, (_, index) => ({
    x: index / 10_000,
    row: index % 8,
    activity: index === 5_000 ? "hard_bounced" as const : "opened" as const,
  }));
  const marks = timelineMarks(points);
  assert(marks.length <= 80, `${marks.length}`);
  assertEquals(marks.reduce((sum, { count }) => sum + count, 0), 10_000);
  assertEquals(marks.filter(({ activity }) => activity === "hard_bounced").length, 1);
  assert(marks.every(({ x }) => x >= 0 && x <= 1));
});
