import { Hono } from "hono";
import type { Simulation } from "../simulation.ts";

/** `/discovery/persondata`, in the chosen envelope. */
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
  });
}
