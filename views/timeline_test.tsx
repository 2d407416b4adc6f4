import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { Timeline, type TimelineLine, type TimelineProps } from "./timeline.tsx";
import type { ActivityShare } from "./timeline_marks.tsx";

const counted = (number: number) => ({ number, text: String(number) });

const line = (channel: string): TimelineLine => ({ channel, count: counted(1), shares: [] });

const EMAIL_LINE: TimelineProps = {
  language: "en",
  total: counted(1),
  lines: [line("EMAIL")],
  marks: [],
  moreChannels: counted(0),
  undated: counted(0),
  months: [],
};

/** A mark on the first line, in the middle of the time. */
function mark(count: number, shares: Partial<Record<ActivityShare["activity"], number>>) {
  const told = (["hard_bounced", "clicked", "opened", "not_opened"] as const).flatMap((activity) =>
    shares[activity] === undefined ? [] : [{ activity, count: counted(shares[activity]) }]
  );
  return { x: 0.5, row: 0, count: counted(count), shares: told };
}

/** The attributes of an element in the picture. */
function attributesOf(element: string, props: Partial<TimelineProps>): Record<string, string>[] {
  const html = String(<Timeline {...EMAIL_LINE} {...props} />);
  return [...html.matchAll(new RegExp(`<${element} ([^>]*?)/?>`, "g"))].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    )
  );
}

Deno.test("the ticket's window begins 72 h before the ticket, ends with it, and is as high as the lines", () => {
  const lines = [line("EMAIL"), line("SMS")];
  const ticket = { fromX: 0.4, x: 0.5 };

  assertEquals(attributesOf("rect", { lines, ticket }), [
    { x: "40.3%", width: "9.7%", height: "36" },
  ]);
  const [drawn] = attributesOf("line", { lines, ticket });
  assertEquals(drawn, { x1: "50%", x2: "50%", y2: "36" });
});

Deno.test("both ends of the picture keep a margin, in which a mark is drawn whole", () => {
  assertEquals(attributesOf("rect", { ticket: { fromX: 0, x: 1 } }), [
    { x: "1.5%", width: "97%", height: "18" },
  ]);
});

Deno.test("a month's name stands right of its line, and left of it near the right end", () => {
  const months = [{ x: 0.2, text: "Dec" }, { x: 0.85, text: "Jan" }, { x: 0.9, text: "Feb" }];

  assertEquals(attributesOf("text", { months }), [
    { x: "20.9%", y: "30", dx: "3" },
    { x: "84%", y: "30", dx: "3" },
    { x: "88.8%", y: "30", dx: "-3", "text-anchor": "end" },
  ]);
  assertEquals(attributesOf("line", { months }).map(({ x1, x2 }) => [x1, x2]), [
    ["20.9%", "20.9%"],
    ["84%", "84%"],
    ["88.8%", "88.8%"],
    [undefined, "100%"],
  ]);
});

Deno.test("several communications are one column, filled by the share of each activity", () => {
  const [all, opened, clicked, bounced] = attributesOf("path", {
    marks: [mark(8, { hard_bounced: 5, clicked: 1, opened: 1, not_opened: 1 })],
  });
  assertEquals(all, { "data-activity": "", d: "M500 2v14" });
  assertEquals(opened, { "data-activity": "opened", d: "M500 3.8v1.8" });
  assertEquals(clicked, { "data-activity": "clicked", d: "M500 2v1.8" });
  assertEquals(bounced, { "data-activity": "hard_bounced", d: "M500 16v-8.7" });
});

Deno.test("one bounce of hundreds is seen, and no more than a sliver", () => {
  const bounced = attributesOf("path", { marks: [mark(200, { hard_bounced: 1 })] }).at(-1);
  assertEquals(bounced?.d, "M500 16v-1");
});

Deno.test("a column and a line tell their shares in numbers", () => {
  const lines = [{ channel: "EMAIL", ...mark(168, { hard_bounced: 5, opened: 80 }) }];
  const marks = [mark(8, { hard_bounced: 5, opened: 2 }), mark(3, {}), mark(1, { opened: 1 })];
  const html = String(<Timeline {...EMAIL_LINE} lines={lines} marks={marks} />);
  assertStringIncludes(html, "E-mail: 168 (Hard Bounced: 5 of 168, Opened: 80 of 168)");
  assertEquals([...html.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title), [
    "Hard Bounced: 5 of 8, Opened: 2 of 8",
    "3 communications",
  ]);
});

Deno.test("what the picture leaves out is said, and a picture of nothing is not drawn", () => {
  const left = { moreChannels: counted(2), undated: counted(1) };
  const html = String(<Timeline {...EMAIL_LINE} {...left} />);
  assertStringIncludes(html, "and 2 more channels");
  assertStringIncludes(html, "1 communication has no date in these three months");
  assertFalse(/more channel|no date/.test(String(<Timeline {...EMAIL_LINE} />)));
  assertFalse(String(<Timeline {...EMAIL_LINE} {...left} lines={[]} />).includes("<svg"));
});
