import type { JSX } from "hono/jsx/jsx-runtime";
import { CreatePart, type CreatePartProps } from "../../../views/create.tsx";
import { exactUtc } from "../../../views/format.ts";
import { now, type Setting, type State } from "../state.ts";

const details = { status: "504", timeUtc: exactUtc(now), requestId: "3f2a9c" };

function create({ language }: Setting, rest: Partial<CreatePartProps> = {}): JSX.Element {
  return (
    <CreatePart language={language} address="nobody@example.dk" action="sealed-action" {...rest} />
  );
}

/** The Recipient Creation View. */
export const createStates: Record<string, State> = {
  "create": { render: (setting) => create(setting) },
  "create-long-address": {
    render: (setting) =>
      create(setting, {
        address: `${"very-long-".repeat(12)}address@${"sub.".repeat(12)}example.dk`,
      }),
  },
  "create-scripts": {
    render: (setting) => create(setting, { address: "يوسف@example.dk" }),
  },
  "create-search-stopped": {
    render: (setting) =>
      create(setting, {
        sought: Array.from({ length: 6 }, (_, index) => `nobody.${index}@example.dk`),
        stoppedAt: "5",
      }),
  },
  "create-busy": {
    render: (setting) => create(setting),
    alter: (html) =>
      html.replace(
        '<form id="create-recipient"',
        '<form class="htmx-request" id="create-recipient"',
      ),
  },
  "create-read-only": { render: (setting) => create(setting, { action: "", readOnly: true }) },
  "create-failed": {
    render: (setting) =>
      create(setting, {
        steps: { create: "failed", doubleOptIn: "waiting" },
        problem: { code: "agillic_unavailable", details },
      }),
  },
  "create-unknown": {
    render: (setting) =>
      create(setting, {
        steps: { create: "unknown", doubleOptIn: "waiting" },
        problem: { code: "outcome_unknown", details },
      }),
  },
  "create-event-failed": {
    render: (setting) =>
      create(setting, {
        steps: { create: "done", doubleOptIn: "failed" },
        problem: { code: "event_not_valid", params: { event: "duble_opt_in" }, details },
      }),
  },
  "create-event-unknown": {
    render: (setting) =>
      create(setting, {
        action: "",
        steps: { create: "done", doubleOptIn: "unknown" },
        problem: { code: "outcome_unknown", details },
      }),
  },
  "create-event-missing": {
    render: (setting) =>
      create(setting, { action: "", problem: { code: "creation_event_missing" } }),
  },
};
