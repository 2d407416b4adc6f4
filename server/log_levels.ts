import type { LogEntry } from "./options.ts";

/** How much is written: each level has what those before it have, too. */
export const LOG_LEVELS = ["error", "info", "debug"] as const;

/** One of the levels. */
export type LogLevel = typeof LOG_LEVELS[number];

/** From which level on an entry is written, by its type. */
export const LEVEL_OF_TYPE: Readonly<Record<string, LogLevel>> = {
  // Always: who acted or saw what is masked, and how it ended, is not to be lost by writing less.
  action: "error",
  action_started: "error",
  fault: "error",
  not_accepting: "error",
  order_unreadable: "error",
  outcome_not_stored: "error",
  request: "info",
  reveal: "error",
  sidebar_not_loaded: "error",
  started: "info",
  stopping: "info",
  store_away: "error",
  // What began at this level ends at it.
  store_back: "error",
};

// Asked every few seconds, by machines, or by every page.
const PROBES: ReadonlySet<unknown> = new Set([
  "/healthz",
  "/readyz",
  "/readyz/actions",
  "/metrics",
  "/assets/:name",
]);

/**
 * A log that writes what the level asks for, a line an entry. A type that has no level is always written. What every
 * level has is urgent: it is not to be lost with the process.
 */
export function createLog(
  level: LogLevel,
  write: (line: string, isUrgent: boolean) => void,
): (entry: LogEntry) => void {
  const most = LOG_LEVELS.indexOf(level);
  return (entry) => {
    const own = levelOf(entry);
    if (LOG_LEVELS.indexOf(own) <= most) write(JSON.stringify(entry), own === "error");
  };
}

function levelOf({ type, route, status }: LogEntry): LogLevel {
  if (type === "request" && PROBES.has(route) && Number(status) < 400) return "debug";
  return LEVEL_OF_TYPE[String(type)] ?? "error";
}
