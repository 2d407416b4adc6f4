/** The values of a family's labels, in the order of its names. From fixed sets alone: nothing is escaped. */
type LabelValues = readonly string[];

/** What a family is called; `help` is one line. */
type FamilyOptions = { name: string; help: string; labels: readonly string[] };

/** How often something happened. */
export type Counter = { add(...values: LabelValues): void; text(): string };

/** How often something happened, and how long it took. */
export type Histogram = { observe(ms: number, ...values: LabelValues): void; text(): string };

/** A counter in Prometheus's text format. */
export function createCounter({ name, help, labels }: FamilyOptions): Counter {
  const counts = new Map<string, number>();
  return {
    add(...values) {
      const series = seriesOf(labels, values);
      counts.set(series, (counts.get(series) ?? 0) + 1);
    },
    text() {
      const lines = [...counts].map(([series, count]) => `${name}{${series}} ${count}\n`);
      return headOf(name, help, "counter") + lines.join("");
    },
  };
}

/** A histogram of durations in Prometheus's text format; `bounds` are seconds, the lowest first. */
export function createHistogram(
  { name, help, labels, bounds }: FamilyOptions & { bounds: readonly number[] },
): Histogram {
  const all = new Map<string, Durations>();

  function linesOf(series: string, { counts, sum }: Durations): string {
    let below = 0;
    const buckets = counts.map((count, index) => {
      below += count;
      return `${name}_bucket{${series},le="${bounds[index] ?? "+Inf"}"} ${below}\n`;
    });
    return `${buckets.join("")}${name}_sum{${series}} ${sum}\n${name}_count{${series}} ${below}\n`;
  }

  return {
    observe(ms, ...values) {
      const series = seriesOf(labels, values);
      const seconds = ms / 1000;
      let durations = all.get(series);
      if (durations === undefined) {
        durations = { counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
        all.set(series, durations);
      }
      const within = bounds.findIndex((bound) => seconds <= bound);
      const index = within === -1 ? bounds.length : within;
      durations.counts[index] = (durations.counts[index] ?? 0) + 1;
      durations.sum += seconds;
    },
    text() {
      const series = [...all].map(([series, durations]) => linesOf(series, durations));
      return headOf(name, help, "histogram") + series.join("");
    },
  };
}

/** A value of this moment in Prometheus's text format. */
export function gaugeText(name: string, help: string, value: number): string {
  return `${headOf(name, help, "gauge")}${name} ${value}\n`;
}

/** How many there were up to each bound, and above the last; the sum in seconds. */
type Durations = { counts: number[]; sum: number };

function seriesOf(names: readonly string[], values: LabelValues): string {
  return names.map((name, index) => `${name}="${values[index] ?? ""}"`).join(",");
}

function headOf(name: string, help: string, type: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}
