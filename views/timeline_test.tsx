import { assertEquals } from "@std/assert";
import { Timeline, type TimelineProps } from "./timeline.tsx";

const NOTHING: TimelineProps = {
  language: "en",
  total: { number: 0, text: "0" },
  channels: [],
  marks: [],
  months: [],
};

/** The attributes of an element in the picture. */
function attributesOf(element: string, props: Partial<TimelineProps>): Record<string, string>[] {
  const html = String(<Timeline {...NOTHING} {...props} />);
  return [...html.matchAll(new RegExp(`<${element} ([^>]*?)/?>`, "g"))].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    )
  );
}

Deno.test("the ticket's window begins 72 h before the ticket, ends with it, and is as high as the lines", () => {
  const channels = ["EMAIL", "SMS"].map((channel) => ({ channel, count: NOTHING.total }));
  const ticket = { fromX: 0.4, x: 0.5 };

  assertEquals(attributesOf("rect", { channels, ticket }), [
    { x: "40.3%", width: "9.7%", height: "36" },
  ]);
  const lines = attributesOf("line", { channels, ticket });
  assertEquals(lines[0], { x1: "50%", x2: "50%", y2: "36" });
});

Deno.test("both ends of the picture keep a margin, in which a mark is drawn whole", () => {
  assertEquals(attributesOf("rect", { ticket: { fromX: 0, x: 1 } }), [
    { x: "1.5%", width: "97%", height: "0" },
  ]);
});

Deno.test("a month's name stands right of its line, and left of it near the right end", () => {
  const months = [{ x: 0.2, text: "Dec" }, { x: 0.85, text: "Jan" }, { x: 0.9, text: "Feb" }];

  assertEquals(attributesOf("text", { months }), [
    { x: "20.9%", y: "12", dx: "3" },
    { x: "84%", y: "12", dx: "3" },
    { x: "88.8%", y: "12", dx: "-3", "text-anchor": "end" },
  ]);
  assertEquals(attributesOf("line", { months }).map(({ x1, x2 }) => [x1, x2]), [
    ["20.9%", "20.9%"],
    ["84%", "84%"],
    ["88.8%", "88.8%"],
  ]);
});
