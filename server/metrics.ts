import type { ActionEnd, ActionKind } from "./actions/action.ts";
import type { StoreUse } from "./actions/kept_store.ts";
import type { StoreFault } from "./actions/store.ts";
import type { CallWatch } from "./agillic/options.ts";
import { createCounter, createHistogram, gaugeText } from "./metric_families.ts";

/** What this process counts. Labels come from fixed sets: never a person, a ticket, an agent or a token. */
export type Metrics = {
  /** `route` is its pattern. */
  countRequest(request: { method: string; route: string; status: number; ms: number }): void;
  countAction(kind: ActionKind, end: ActionEnd): void;
  countStoreUse(use: StoreUse, outcome: "ok" | StoreFault, ms: number): void;
  agillic: CallWatch;
  /** All of it in Prometheus's text format. */
  text(): string;
};

/** What the figures are made with; `now` in epoch ms. */
export type MetricsOptions = { now: () => number; memoryBytes: () => number };

// Seconds. Few, as each is one more line a series.
const REQUEST_BOUNDS = [0.025, 0.1, 0.5, 2, 10];
const CALL_BOUNDS = [0.1, 0.3, 1, 4, 10];
const STORE_BOUNDS = [0.005, 0.025, 0.1, 0.5, 2];

// A client may send any word as its method.
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Begins to count, from nothing. */
export function createMetrics({ now, memoryBytes }: MetricsOptions): Metrics {
  const startedAt = now();
  let inFlight = 0;
  const requests = createHistogram({
    name: "sidebar_request_duration_seconds",
    help: "Requests, by route.",
    labels: ["method", "route", "status"],
    bounds: REQUEST_BOUNDS,
  });
  const calls = createHistogram({
    name: "sidebar_agillic_call_duration_seconds",
    help: "Requests to Agillic, each attempt for itself.",
    labels: ["method", "route", "outcome"],
    bounds: CALL_BOUNDS,
  });
  const unsent = createCounter({
    name: "sidebar_agillic_calls_not_sent_total",
    help: "Calls to Agillic that waited too long for a place among AGILLIC_CALLS.",
    labels: ["method", "route"],
  });
  const actions = createCounter({
    name: "sidebar_actions_total",
    help: "Triggers and creations, by how they ended.",
    labels: ["kind", "outcome"],
  });
  const storeUses = createHistogram({
    name: "sidebar_store_use_duration_seconds",
    help: "Uses of the store.",
    labels: ["use", "outcome"],
    bounds: STORE_BOUNDS,
  });

  return {
    countRequest({ method, route, status, ms }) {
      const known = METHODS.has(method) ? method : "other";
      requests.observe(ms, known, route, `${Math.floor(status / 100)}xx`);
    },
    countAction: (kind, end) => actions.add(kind, end),
    countStoreUse: (use, outcome, ms) => storeUses.observe(ms, use, outcome),
    agillic: {
      sent() {
        inFlight++;
      },
      ended({ method, route }, outcome, ms) {
        inFlight--;
        calls.observe(ms, method, route, outcome);
      },
      notSent: ({ method, route }) => unsent.add(method, route),
    },
    text: () =>
      [
        requests.text(),
        calls.text(),
        gaugeText(
          "sidebar_agillic_calls_in_flight",
          "Requests to Agillic that have no answer yet.",
          inFlight,
        ),
        unsent.text(),
        actions.text(),
        storeUses.text(),
        gaugeText(
          "process_start_time_seconds",
          "When the process started, in Unix time.",
          startedAt / 1000,
        ),
        gaugeText("process_resident_memory_bytes", "Memory of the process.", memoryBytes()),
      ].join(""),
  };
}
