import type { State } from "../state.ts";
import { type Event, opened, threeEvents } from "./events.tsx";

const order: Event = {
  slot: 1,
  title: "Apologise for a late order",
  description: "Sends the apology with a voucher.",
  recipient: "mette@example.dk",
  action: "sealed-action-1",
};
const parameter = { isRequired: false, choices: [], value: "" };
const parameters: NonNullable<Event["parameters"]> = [
  { ...parameter, key: "ORDER_ID", label: "Order number", type: "text", isRequired: true },
  { ...parameter, key: "DAYS", label: "Days late", type: "number" },
  { ...parameter, key: "UNTIL", label: "Delivered until", type: "date" },
  { ...parameter, key: "REASON", label: "Reason", type: "choice", choices: ["Late", "Lost"] },
];
const NOTE = "The customer has called twice, and wants the parcel to go to the neighbour instead.";

/** Events that take values. */
export const eventValueStates: Record<string, State> = {
  "events-values": {
    render: (setting) => threeEvents(setting, { ...order, parameters }),
    alter: opened,
  },
  "events-values-filled": {
    render: (setting) =>
      threeEvents(setting, {
        ...order,
        parameters: [
          { ...parameter, key: "NOTE", label: "Note", type: "text", value: NOTE },
          ...parameters.map((one) => ({
            ...one,
            value: one.type === "date" ? "2026-11-30" : "12",
          })),
        ],
      }),
    alter: opened,
  },
  "events-values-faulty": {
    render: (setting) =>
      threeEvents(setting, {
        ...order,
        parameters: parameters.map((one) => ({
          ...one,
          value: one.type === "number" ? "about 3" : "",
          ...(one.type === "number" && { fault: "not_a_number" }),
          ...(one.isRequired && { fault: "missing" }),
        })),
        result: { kind: "problem", problem: { code: "values_invalid" } },
      }),
  },
};
