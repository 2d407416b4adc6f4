import type { AppOptions } from "./options.ts";

const MOST_FRAMES = 5;

/** An error's class; its message may hold anything, and is not for the log. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Logs an error that nobody foresaw: its class, and where it was thrown. */
export function logFault(
  requestId: string,
  error: unknown,
  { now, log }: Pick<AppOptions, "now" | "log">,
): void {
  const stack = error instanceof Error ? error.stack ?? "" : "";
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  log({
    at: new Date(now()).toISOString(),
    type: "fault",
    requestId,
    error: nameOf(error),
    where: frames.slice(0, MOST_FRAMES).join(" | "),
  });
}
