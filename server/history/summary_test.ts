import { assertEquals } from "@std/assert";
import type { Communication } from "../agillic/communication.ts";
import type { Day, Time } from "../agillic/timestamps.ts";
import { periodUntil } from "./period.ts";
import { coversCauses, summaryOf } from "./summary.ts";

const HOUR_MS = 3_600_000;
/** A morning in UTC. */
const NOW = Date.UTC(2026, 1, 10, 9, 12, 5);
const PERIOD = periodUntil(new Date(NOW));

/** Days of UTC. */
const calendar = {
  dayOf: (at: Date): Day => ({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
  }),
  startOf: ({ year, month, day }: Day) => Date.UTC(year, month - 1, day),
};

function sent(sentAt: Time | null, channel = "EMAIL"): Communication {
  return {
    name: "",
    channel,
    sentAt,
    openedAt: null,
    clickedAt: null,
    bouncedAt: null,
    activity: "",
    storedUrl: null,
  };
}

function summed(all: readonly Communication[], ticketCreatedAt: number | null = null) {
  return summaryOf(all, PERIOD, { ticketCreatedAt, calendar });
}

Deno.test("summaryOf() counts whole days, from the day a week and thirty days ago on", () => {
  const counts = (sentAt: Time | null, channel?: string) => {
    const { pastWeek, pastMonth } = summed([sent(sentAt, channel)]);
    return [pastWeek, pastMonth];
  };
  assertEquals(counts(NOW), [1, 1]);
  assertEquals(counts(Date.UTC(2026, 1, 3)), [1, 1]);
  assertEquals(counts(Date.UTC(2026, 1, 3) - 1), [0, 1]);
  assertEquals(counts({ year: 2026, month: 2, day: 3 }), [1, 1]);
  assertEquals(counts({ year: 2026, month: 2, day: 2 }), [0, 1]);
  assertEquals(counts(Date.UTC(2026, 0, 11)), [0, 1]);
  assertEquals(counts(Date.UTC(2026, 0, 11) - 1), [0, 0]);
  assertEquals(counts(null), [0, 0]);
  assertEquals(counts(NOW + HOUR_MS), [0, 0]);
  assertEquals(counts(NOW, "INBOUND_SMS"), [0, 0]);
});

Deno.test("summaryOf() takes the newest that was sent to the recipient by now", () => {
  const mail = sent(NOW - 2 * HOUR_MS);
  const others = [sent(NOW + HOUR_MS), sent(NOW - HOUR_MS, "INBOUND_SMS")];
  assertEquals(summed([...others, mail]).latest, mail);
  assertEquals(summed(others).latest, null);
});

Deno.test("summaryOf() has the possible causes where their time is in the period", () => {
  const cause = sent(NOW - 71 * HOUR_MS);
  const all = [cause, sent(NOW - 72 * HOUR_MS)];
  assertEquals(summed(all, NOW).causes, [cause]);
  assertEquals(summed(all, NOW - 72 * HOUR_MS - 1).causes, []);
  assertEquals(summed(all).causes, null);
  const first = PERIOD.from.getTime() + 72 * HOUR_MS;
  assertEquals([first, first - 1].map((at) => coversCauses(PERIOD, at)), [true, false]);
});
