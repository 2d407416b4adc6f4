import { assertEquals } from "@std/assert";
import { createCounter, createHistogram, gaugeText } from "./metric_families.ts";

Deno.test("a counter has a line for each set of labels", () => {
  const counter = createCounter({ name: "seen_total", help: "Seen.", labels: ["kind", "end"] });
  assertEquals(counter.text(), "# HELP seen_total Seen.\n# TYPE seen_total counter\n");
  counter.add("event", "done");
  counter.add("event", "done");
  counter.add("event", "failed");
  assertEquals(counter.text().split("\n").slice(2), [
    'seen_total{kind="event",end="done"} 2',
    'seen_total{kind="event",end="failed"} 1',
    "",
  ]);
});

Deno.test("a bucket of a histogram holds those below it too, and a bound belongs to its bucket", () => {
  const histogram = createHistogram({
    name: "took_seconds",
    help: "Took.",
    labels: ["route"],
    bounds: [0.1, 1],
  });
  for (const ms of [50, 100, 250, 3_000]) histogram.observe(ms, "/a");
  assertEquals(histogram.text().split("\n"), [
    "# HELP took_seconds Took.",
    "# TYPE took_seconds histogram",
    'took_seconds_bucket{route="/a",le="0.1"} 2',
    'took_seconds_bucket{route="/a",le="1"} 3',
    'took_seconds_bucket{route="/a",le="+Inf"} 4',
    'took_seconds_sum{route="/a"} 3.4',
    'took_seconds_count{route="/a"} 4',
    "",
  ]);
});

Deno.test("a gauge is a value of now", () => {
  assertEquals(gaugeText("here", "Here.", 3), "# HELP here Here.\n# TYPE here gauge\nhere 3\n");
});
