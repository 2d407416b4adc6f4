import type { Store } from "./actions/store.ts";
import type { Config } from "./config.ts";
import type { Metrics } from "./metrics.ts";

/** One line of the log; never a name, an address, a token or a body. */
export type LogEntry = Record<string, string | number | boolean | null | undefined>;

/** The shell's built files: the page links to the paths, `find` answers the bytes. */
export type Assets = {
  scriptPath: string;
  stylePath: string;
  /** Of all files in /assets. */
  names: readonly string[];
  /** Address of Zendesk's own build of the SDK; null when ours has it inside. */
  sdkUrl: string | null;
  /** Null for a name that was not built; `encoding` is empty for the plain file. */
  find(name: string, encoding: "" | "br" | "gz"): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** Everything outside of the process that the app depends on. */
export type AppOptions = {
  config: Config;
  assets: Assets;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Opens the store; called again until it succeeds, at most once a second. Actions are refused meanwhile. */
  openStore: () => Promise<Store>;
  /** Epoch ms. */
  now: () => number;
  /** Milliseconds on a clock that never goes back. */
  elapsed: () => number;
  /** From 0 to below 1, for jitter. */
  random: () => number;
  /** An unguessable text. */
  randomId: () => string;
  delay: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: (entry: LogEntry) => void;
  metrics: Metrics;
  /** Whether the process was told to stop: it is not ready any more. */
  isStopping: () => boolean;
};

/** Answers requests. */
export type App = { fetch(request: Request): Response | Promise<Response> };

/** Also resumes what was paused and is due, whenever it is told to: at most once a minute. Never rejects. */
export type ResumingApp = App & { resumeDue(): Promise<void> };
