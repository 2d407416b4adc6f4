import { assertEquals } from "@std/assert";
import type { Communication } from "../agillic/communication.ts";
import { countChannels } from "./channels.ts";
import { keyOf, pageOf, parseCursor, placeEach } from "./page.ts";

function sent(name: string, sentAt: number | null, channel = "EMAIL"): Communication {
  return {
    name,
    channel,
    sentAt,
    openedAt: null,
    clickedAt: null,
    bouncedAt: null,
    activity: "",
    storedUrl: null,
  };
}

/** As many as asked for, newest first, one a second unless `sentAtOf` says otherwise. */
function history(
  count: number,
  sentAtOf: (index: number) => number | null = (index) => (count - index) * 1_000,
): Communication[] {
  return Array.from({ length: count }, (_, index) => sent(`${index}`, sentAtOf(index)));
}

/** Follows the pages to the end; `between` may change the history after each. */
function namesPageByPage(
  communications: Communication[],
  between: (page: number) => void = () => {},
): string[] {
  const names: string[] = [];
  let before: string | undefined;
  for (let page = 1; page <= 20; page++) {
    const { rows, next } = pageOf(placeEach(communications), parseCursor(before));
    names.push(...rows.map(({ name }) => name));
    if (next === null) return names;
    before = next;
    between(page);
  }
  throw new Error("The pages do not end");
}

const namesOf = (communications: readonly Communication[]) =>
  communications.map(({ name }) => name);

Deno.test("the first page has 10, later ones 25, and the last one says that nothing follows", () => {
  for (const count of [0, 1, 9, 10]) {
    const { rows, next } = pageOf(placeEach(history(count)), null);
    assertEquals([rows.length, next], [count, null]);
  }
  for (const [count, second] of [[11, 1], [35, 25]] as const) {
    const all = placeEach(history(count));
    const { rows, next } = pageOf(all, null);
    assertEquals(rows, all.slice(0, 10));
    const last = pageOf(all, parseCursor(next ?? ""));
    assertEquals([last.rows, last.next], [all.slice(10, 10 + second), null]);
  }
  const second = pageOf(placeEach(history(36)), { sentAt: 26_000, place: 0 });
  assertEquals([second.rows.length, second.next], [25, "2000.1"]);
});

Deno.test("the pages hold every communication once, in order", () => {
  const ways: Record<string, (index: number) => number | null> = {
    "all at different times": (index) => (300 - index) * 1_000,
    "all at the same time": () => 5_000,
    "none with a time": () => null,
    "forty a moment": (index) => (10 - Math.floor(index / 40)) * 1_000,
    "a page's end within a moment": (index) => index < 20 ? 9_000 : index < 60 ? 8_000 : 7_000,
    "the last ones without a time": (index) => index < 130 ? (300 - index) * 1_000 : null,
  };
  for (const [way, sentAtOf] of Object.entries(ways)) {
    const all = history(300, sentAtOf);
    assertEquals(namesPageByPage(all), namesOf(all), way);
  }
});

Deno.test("a communication that arrives between pages repeats none and hides none", () => {
  for (const sentAtOf of [(index: number) => (80 - index) * 1_000, () => 5_000]) {
    const all = history(80, sentAtOf);
    const expected = namesOf(all);
    const names = namesPageByPage(all, (page) => all.unshift(sent(`new ${page}`, 90_000 + page)));
    assertEquals(names, expected);
  }
});

Deno.test("communications that leave the period between pages repeat none and hide none", () => {
  const all = history(80);
  const staying = namesOf(all).slice(0, 77);
  assertEquals(namesPageByPage(all, () => all.pop()), staying);
});

Deno.test("a page behind the last communication is empty", () => {
  const { rows, next } = pageOf(placeEach(history(3)), parseCursor("0.0"));
  assertEquals([rows, next], [[], null]);
  assertEquals(pageOf(placeEach(history(3)), parseCursor("1000.9")).rows, []);
});

Deno.test("only a cursor of ours is one", () => {
  assertEquals(parseCursor("1770714725000.25"), { sentAt: 1_770_714_725_000, place: 25 });
  assertEquals(parseCursor("1770714725000-3"), { sentAt: 1_770_714_725_000, place: 3 });
  assertEquals(parseCursor("0.1"), { sentAt: 0, place: 1 });
  const wrong = [
    undefined,
    "",
    "1",
    "1.",
    ".1",
    "-1.0",
    "1.5.2",
    "1e3.1",
    "a.b",
    "1.1 ",
    "9".repeat(16) + ".1",
  ];
  for (const text of wrong) assertEquals(parseCursor(text), null, text);
});

Deno.test("channels are counted, the most used first and equal ones by name", () => {
  const channels = ["SMS", "EMAIL", "PRINT", "EMAIL", "PUSH_NOTIFICATION", "SMS"];
  assertEquals(countChannels(channels.map((channel) => sent("", 1, channel))), [
    ["EMAIL", 2],
    ["SMS", 2],
    ["PRINT", 1],
    ["PUSH_NOTIFICATION", 1],
  ]);
  assertEquals(countChannels([]), []);
});

Deno.test("communications of one moment have keys of their own, the same in a part of the history", () => {
  const all = placeEach(history(60, (index) => index < 5 ? 9_000 : index < 50 ? 8_000 : null));
  assertEquals(new Set(all.map(keyOf)).size, 60);
  assertEquals(all.slice(4, 7).map(keyOf), ["9000-4", "8000-0", "8000-1"]);

  const odd = all.filter((_, index) => index % 2 === 1);
  const first = pageOf(odd, null);
  const second = pageOf(odd, parseCursor(first.next ?? ""));
  assertEquals([...first.rows, ...second.rows], odd);
});
