/** One call of the API. */
export type Call = {
  readonly method: string;
  /** The pattern, such as `/recipients/:id`; `*` when there is no such route. */
  readonly route: string;
  /** Path and query as they were sent. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The status answered, or what became of the call instead. */
  outcome: number | "waiting" | "broken";
};

const kept = 1000;

/** The latest thousand calls, oldest first, and how many there were by route since the last reset. */
export class CallLog {
  readonly calls: Call[] = [];
  readonly counts: Map<string, number> = new Map();

  /** Notes a call that has arrived. */
  add(call: Call): void {
    if (this.calls.length === kept) this.calls.shift();
    this.calls.push(call);
    const key = `${call.method} ${call.route}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** Forgets everything. */
  clear(): void {
    this.calls.length = 0;
    this.counts.clear();
  }
}
