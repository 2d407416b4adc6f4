import { Hono } from "hono";
import { readContext, requireJsonType } from "../request_bodies.ts";
import type { Simulation } from "../simulation.ts";
import { requireRecipient } from "./recipients.ts";

/** `/recipients/:id/events/:event`: read the counter, achieve with and without context. */
export function eventRoutes(simulation: Simulation): Hono {
  return new Hono()
    .get("/", (c) => {
      const name = c.req.param("event") ?? "";
      const recipient = requireRecipient(c, simulation);
      const { count } = simulation.instance.readCounter(recipient, name);
      return c.json({ name, count });
    })
    .post("/:verb{:achieveEvent}", (c) => {
      requireJsonType(c, { optional: true });
      const recipient = requireRecipient(c, simulation);
      simulation.instance.achieve(recipient, c.req.param("event") ?? "");
      return c.body(null, 200);
    })
    .post("/:verb{:achieveWithContext}", async (c) => {
      const context = await readContext(c);
      const recipient = requireRecipient(c, simulation);
      simulation.instance.achieve(recipient, c.req.param("event") ?? "", context);
      return c.body(null, 200);
    });
}
