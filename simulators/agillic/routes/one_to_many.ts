import { Hono } from "hono";
import { createTableAnswer } from "../answers.ts";
import type { Simulation } from "../simulation.ts";
import { requireRecipient } from "./recipients.ts";

/** `/recipients/:id/oneToManyTables/:table`: a recipient's rows. */
export function oneToManyRoutes(simulation: Simulation): Hono {
  return new Hono().get("/", (c) => {
    const table = c.req.param("table") ?? "";
    const recipient = requireRecipient(c, simulation);
    const rows = simulation.instance.listRows(recipient, table);
    const answer = createTableAnswer(table, rows, simulation.switches);
    return answer === null ? c.body(null, 204) : c.json(answer);
  });
}
