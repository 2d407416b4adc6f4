import { assert, assertEquals } from "@std/assert";
import type { CommunicationActivity } from "../agillic/communication.ts";
import { marksOf } from "./marks.ts";
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
  const { channels, marks } = picture([
    ["SMS", "2026-08-12T00:00:00Z"],
    ["EMAIL", "2026-09-27T00:00:00Z", "opened"],
    ["EMAIL", "2026-11-12T00:00:00Z", "clicked"],
    ["PRINT", null],
  ]);
  assertEquals(channels, [["EMAIL", 2], ["PRINT", 1], ["SMS", 1]]);
  assertEquals(marks, [
    { x: 0, row: 2, activity: "", count: 1 },
    { x: 0.5, row: 0, activity: "opened", count: 1 },
    { x: 1, row: 0, activity: "clicked", count: 1 },
  ]);
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

Deno.test("ten thousand communications are few marks that still say how many, and the gravest", () => {
  const points = Array.from({ length: 10_000 }, (_, index) => ({
    x: index / 10_000,
    row: index % 8,
    activity: index === 5_000 ? "hard_bounced" as const : "opened" as const,
  }));
  const marks = marksOf(points);
  assert(marks.length <= 80, `${marks.length}`);
  assertEquals(marks.reduce((sum, { count }) => sum + count, 0), 10_000);
  assertEquals(marks.filter(({ activity }) => activity === "hard_bounced").length, 1);
  assert(marks.every(({ x }) => x >= 0 && x <= 1));
});
