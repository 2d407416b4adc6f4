/** How many tests and steps ended how. */
export type Counts = { passed: number; failed: number; skipped: number };

/** Reads the totals of Deno's JUnit report; throws when it is none. */
export function countTests(junit: string): Counts {
  // Texts in the report are escaped, so these are tags. The first is of all tests together.
  const [all, ...suites] = Array.from(junit.matchAll(/<testsuites? [^>]*>/g), ([tag]) => tag);
  if (!all?.startsWith("<testsuites ")) throw new Error("Cannot read the test report: no totals");
  const failed = attribute(all, "failures") + attribute(all, "errors");
  const skipped = suites.reduce((sum, suite) => sum + attribute(suite, "disabled"), 0);
  return { passed: attribute(all, "tests") - failed - skipped, failed, skipped };
}

function attribute(tag: string, name: string): number {
  const value = new RegExp(` ${name}="(\\d+)"`).exec(tag)?.[1];
  if (value === undefined) throw new Error(`Cannot read the test report: no ${name} in ${tag}`);
  return Number(value);
}
