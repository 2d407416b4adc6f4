import { Hono } from "hono";
import { createHistoryRow } from "../answers.ts";
import type { Communication } from "../model.ts";
import { Refusal } from "../refusal.ts";
import { requireJsonType } from "../request_bodies.ts";
import type { Simulation } from "../simulation.ts";
import type { Switches } from "../switches.ts";
import { requireRecipient } from "./recipients.ts";

/** `/recipients/:id/:listCommunicationHistory`. */
export function historyRoutes(simulation: Simulation): Hono {
  return new Hono().post("/:verb{:listCommunicationHistory}", (c) => {
    requireJsonType(c, { optional: true });
    const start = parseMoment("dateStart", c.req.query("dateStart"));
    const end = parseMoment("dateEnd", c.req.query("dateEnd"));
    if (end < start) throw new Refusal(400, "INVALID_PERIOD", "dateEnd is before dateStart");
    const channel = c.req.query("communicationType");
    const { communications } = requireRecipient(c, simulation);
    const asked = communications.filter((one) =>
      one.sentAt >= start && one.sentAt <= end && (!channel || one.channel === channel)
    );
    const { switches } = simulation;
    return c.json(
      order(asked, switches.historyOrder).map((one) => createHistoryRow(one, switches)),
    );
  });
}

const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

function parseMoment(name: string, text: string | undefined): number {
  if (!text) throw new Refusal(400, "PARAMETER_MISSING", `${name} is required`);
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`;
  const at = moment.test(text) ? Date.parse(zoned) : NaN;
  if (Number.isNaN(at)) throw new Refusal(400, "INVALID_PARAMETER", `${name} is not ISO: ${text}`);
  return at;
}

function order(asked: Communication[], by: Switches["historyOrder"]): Communication[] {
  if (by === "none") {
    const odd = (_: Communication, index: number) => index % 2 === 1;
    const even = (_: Communication, index: number) => index % 2 === 0;
    return [...asked.filter(odd), ...asked.filter(even)];
  }
  const sign = by === "oldest" ? 1 : -1;
  return asked.sort((a, b) => sign * (a.sentAt - b.sentAt));
}
