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
  return {
    x: 0.5,
    row: 0,
    leadsTo: "communication-1000-0",
    name: count === 1 ? "News <1>" : null,
    when: count === 1 ? "10 Feb" : "9 Feb – 10 Feb",
    count: counted(count),
    shares: told,
  };
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
    { x: "40.3%", y: "12", width: "9.7%", height: "52" },
  ]);
  const [drawn] = attributesOf("line", { lines, ticket });
  assertEquals(drawn, { x1: "50%", x2: "50%", y1: "12", y2: "64" });
});

Deno.test("the ticket's window is named within the picture, wherever it is", () => {
  const named = (ticket: TimelineProps["ticket"]) =>
    attributesOf("text", { ...(ticket && { ticket }) })[0];
  assertEquals(named({ fromX: 0.4, x: 0.5 }), { x: "50%", y: "9", "text-anchor": "end" });
  assertEquals(named({ fromX: 0, x: 0.1 }), { x: "1.5%", y: "9" });
  const html = String(<Timeline {...EMAIL_LINE} ticket={{ fromX: 0.4, x: 0.5 }} />);
  assertStringIncludes(html, ">72 h before the ticket</text>");
});

Deno.test("a line has its channel's name, and the picture a legend of the shapes that are in it", () => {
  const marks = [mark(1, {}), mark(1, { clicked: 1 }), mark(3, { hard_bounced: 2 })];
  const html = String(<Timeline {...EMAIL_LINE} marks={marks} />);
  assertStringIncludes(html, '<text y="21">E-mail</text>');
  const legend = html.slice(html.indexOf('<p class="legend">'));
  assertEquals([...legend.matchAll(/data-activity="(\w*)"><b>(.*?)</g)].map(([, ...all]) => all), [
    ["hard_bounced", "Hard Bounced"],
    ["clicked", "Clicked"],
    ["", "Sent"],
  ]);
  assertStringIncludes(legend, "Column: several near each other");
  const single = String(<Timeline {...EMAIL_LINE} marks={marks.slice(0, 1)} />);
  assertFalse(single.includes("Column:"));
});

Deno.test("a mark leads to its row, and says what it stands for", () => {
  const marks = [mark(1, { opened: 1 }), mark(1, {}), mark(8, { hard_bounced: 5 }), mark(3, {})];
  const html = String(<Timeline {...EMAIL_LINE} marks={marks} />);
  assertEquals([...html.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title), [
    "News &lt;1&gt;, 10 Feb, Opened",
    "News &lt;1&gt;, 10 Feb",
    "8 communications, 9 Feb – 10 Feb, Hard Bounced: 5 of 8",
    "3 communications, 9 Feb – 10 Feb",
  ]);
  assertEquals(html.match(/ data-leads-to="communication-1000-0"/g)?.length, 4);
  assertFalse(/<a |tabindex/.test(html));
});

Deno.test("both ends of the picture keep a margin, in which a mark is drawn whole", () => {
  assertEquals(attributesOf("rect", { ticket: { fromX: 0, x: 1 } }), [
    { x: "1.5%", y: "12", width: "97%", height: "26" },
  ]);
});

Deno.test("a month's name stands right of its line, and left of it near the right end", () => {
  const months = [{ x: 0.2, text: "Dec" }, { x: 0.85, text: "Jan" }, { x: 0.9, text: "Feb" }];

  assertEquals(attributesOf("text", { months }).slice(0, 3), [
    { x: "20.9%", y: "50", dx: "3" },
    { x: "84%", y: "50", dx: "3" },
    { x: "88.8%", y: "50", dx: "-3", "text-anchor": "end" },
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
  assertEquals(all, { "data-activity": "", d: "M500 23v14" });
  assertEquals(opened, { "data-activity": "opened", d: "M500 24.8v1.8" });
  assertEquals(clicked, { "data-activity": "clicked", d: "M500 23v1.8" });
  assertEquals(bounced, { "data-activity": "hard_bounced", d: "M500 37v-8.7" });
});

Deno.test("one bounce of hundreds is seen, and no more than a sliver", () => {
  const bounced = attributesOf("path", { marks: [mark(200, { hard_bounced: 1 })] }).at(-1);
  assertEquals(bounced?.d, "M500 37v-1");
});

Deno.test("a line tells its shares in numbers", () => {
  const lines = [{ channel: "EMAIL", ...mark(168, { hard_bounced: 5, opened: 80 }) }];
  const html = String(<Timeline {...EMAIL_LINE} lines={lines} />);
  assertStringIncludes(html, "E-mail: 168 (Hard Bounced: 5 of 168, Opened: 80 of 168)");
});

Deno.test("what the picture leaves out is said, and a picture of nothing is not drawn", () => {
  const left = { moreChannels: counted(2), undated: counted(1) };
  const html = String(<Timeline {...EMAIL_LINE} {...left} />);
  assertStringIncludes(html, "and 2 more channels");
  assertStringIncludes(html, "1 communication has no date in these three months");
  assertFalse(/more channel|no date/.test(String(<Timeline {...EMAIL_LINE} />)));
  assertFalse(String(<Timeline {...EMAIL_LINE} {...left} lines={[]} />).includes("<svg"));
});
