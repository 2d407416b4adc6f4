import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { SEASONS, writtenTimes, ZONES } from "../../tests/times_fixture.ts";
import { createFormatter } from "../../views/format.ts";
import { remembered } from "../../views/remembered.ts";
import { parseTimestamp, type Time } from "../agillic/timestamps.ts";
import type { Period } from "./period.ts";
import { pictureOf } from "./picture.ts";

const DAY_MS = 86_400_000;

const formatterIn = remembered((timeZone: string) =>
  createFormatter({ locale: "en-GB", timeZone })
);

/** The picture of one mail, for an agent in this zone. */
function pictureIn(timeZone: string, sentAt: Time, period: Period) {
  const { startOf } = formatterIn(timeZone);
  const mail = { channel: "EMAIL", sentAt, activity: "" } as const;
  return pictureOf([mail], period, { ticketCreatedAt: null, startOf });
}

Deno.test("a month begins, and a day alone has its middle, by the clock of the agent", () => {
  const period = { from: new Date("2026-09-01T00:00:00Z"), to: new Date("2026-09-02T00:00:00Z") };
  const hoursIn = (timeZone: string) => {
    const { months, marks } = pictureIn(timeZone, { year: 2026, month: 9, day: 1 }, period);
    return { months: months.map(({ x }) => x * 24), marks: marks.map(({ x }) => x * 24) };
  };
  assertEquals(hoursIn("UTC"), { months: [], marks: [12] });
  assertEquals(hoursIn("America/Los_Angeles"), { months: [7], marks: [19] });
  assertEquals(hoursIn("Asia/Tokyo"), { months: [], marks: [3] });
});

for (const season of SEASONS) {
  Deno.test(`a mark stands in the month that the list names, in ${season.name}`, () => {
    const period = { from: new Date(season.now - 92 * DAY_MS), to: new Date(season.now) };
    const property = fc.property(fc.constantFrom(...ZONES), writtenTimes(season), (zone, time) => {
      const formatter = formatterIn(zone);
      const sentAt = parseTimestamp(time.text);
      assert(sentAt !== null);
      const { marks, months } = pictureIn(zone, sentAt, period);
      const begun = months.findLast(({ x }) => x <= (marks[0]?.x ?? 0));
      const month = formatter.month(new Date(begun?.at ?? period.from));
      const listed = formatter.date(typeof sentAt === "number" ? new Date(sentAt) : sentAt);
      assert(listed.includes(month), `${listed}: ${month}`);
    });
    fc.assert(property, { numRuns: 150 });
  });
}
