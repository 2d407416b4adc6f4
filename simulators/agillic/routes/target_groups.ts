import { Hono } from "hono";
import { createTargetGroupsAnswer } from "../answers.ts";
import type { Simulation } from "../simulation.ts";
import { requireRecipient } from "./recipients.ts";

/** `/recipients/:id/targetGroups`: those that a recipient is in. */
export function targetGroupRoutes(simulation: Simulation): Hono {
  return new Hono().get("/", (c) => {
    const { instance, switches } = simulation;
    const { targetGroups } = requireRecipient(c, simulation);
    const groups = instance.targetGroups.filter(({ name }) => targetGroups.includes(name));
    return Response.json(createTargetGroupsAnswer(groups, switches));
  });
}
