import { assertEquals } from "@std/assert";
import { median, percentile, showRounds } from "./statistics.ts";

Deno.test("percentile takes the nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  assertEquals([0.5, 0.99, 1].map((share) => percentile(hundred, share)), [50, 99, 100]);
  assertEquals(percentile([7], 0.99), 7);
  assertEquals(percentile([], 0.5), NaN);
});

Deno.test("median is in the middle, between two if need be", () => {
  assertEquals(median([3, 1, 2]), 2);
  assertEquals(median([4, 1, 2, 3]), 2.5);
});

Deno.test("showRounds shows the median and the extremes", () => {
  assertEquals(showRounds([1_310, 1_250, 1_200]), "1,250 (1,200–1,310)");
  assertEquals(showRounds([0.251, 0.3], 2), "0.28 (0.25–0.30)");
});
