import type { AppOptions } from "./options.ts";

/** How long a line waits for others at most, in ms. */
const LONGEST_WAIT_MS = 20;

/** Lines on their way to where the log is written. */
export type LogBatches = {
  /** Writes it with those that come soon after; at once, after those that wait, where it is urgent. */
  write(line: string, isUrgent: boolean): void;
  /** Writes what waits: before the process ends. */
  flush(): void;
};

/** Writing is a call to the system, which costs more than the line: `write` is given many lines at once. */
export function createLogBatches(
  write: (lines: string) => void,
  { delay }: Pick<AppOptions, "delay">,
): LogBatches {
  let waiting: string[] = [];

  function flush(): void {
    if (waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    write(lines.join("\n"));
  }

  return {
    flush,
    write(line, isUrgent) {
      waiting.push(line);
      if (isUrgent) flush();
      else if (waiting.length === 1) delay(LONGEST_WAIT_MS).then(flush);
    },
  };
}
