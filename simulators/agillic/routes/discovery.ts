import { Hono } from "hono";
import { createTargetGroupsAnswer } from "../answers.ts";
import type { Simulation } from "../simulation.ts";

/** `/discovery`: Person Data, one-to-many tables and target groups, in the chosen envelopes. */
export function discoveryRoutes(simulation: Simulation): Hono {
  return new Hono().get("/persondata", (c) => {
    const { fields, recipientIdField } = simulation.instance;
    const answer = [...fields.values()].map(({ name, type }) => ({
      name,
      type,
      ...(name === recipientIdField ? { identifier: true } : {}),
    }));
    switch (simulation.switches.discoveryEnvelope) {
      case "array":
        return c.json(answer);
      case "fields":
        return c.json({ fields: answer });
      case "folders":
        return c.json({
          folders: [
            { folder: "Identity", fields: answer.slice(0, 3) },
            { folder: "Profile", fields: [], folders: [{ fields: answer.slice(3) }] },
          ],
        });
    }
  })
    .get("/onetomany", (c) => c.json(simulation.instance.tableNames))
    .get("/onetomany/:table", (c) => c.json(simulation.instance.listColumns(c.req.param("table"))))
    .get("/targetgroups", () => {
      const { instance, switches } = simulation;
      const groups = instance.targetGroups.map((group) => ({
        ...group,
        static: false,
        global: false,
      }));
      return Response.json(createTargetGroupsAnswer(groups, switches));
    });
}
