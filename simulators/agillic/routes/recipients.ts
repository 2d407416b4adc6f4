import { type Context, Hono } from "hono";
import { createPersonDataAnswer } from "../answers.ts";
import { parseFilter } from "../filter.ts";
import { parseIdentifier } from "../identifier.ts";
import type { Recipient } from "../model.ts";
import { Refusal } from "../refusal.ts";
import { readPersonData } from "../request_bodies.ts";
import type { Simulation } from "../simulation.ts";

/** `/recipients`: read, find by filter, create. */
export function recipientRoutes(simulation: Simulation): Hono {
  const answer = ({ personData }: Recipient) => ({
    personData: createPersonDataAnswer(
      personData,
      simulation.instance.fields.values(),
      simulation.switches,
    ),
  });

  return new Hono()
    .get("/", (c) => {
      const filter = parseFilter(c.req.query("filter") ?? "");
      return c.json(simulation.instance.listMatching(filter).map(answer));
    })
    .post("/", async (c) => {
      const recipient = simulation.instance.createRecipient(await readPersonData(c));
      return simulation.switches.createBody === "empty"
        ? c.body(null, 201)
        : c.json(answer(recipient), 201);
    })
    .get("/:id", (c) => c.json(answer(requireRecipient(c, simulation))));
}

/** The recipient named in the path of a call. Throws a Refusal (404) when there is none. */
export function requireRecipient(c: Context, { instance }: Simulation): Recipient {
  // Not `c.req.param()`: it decodes, and an encoded `=` must not part field and value.
  const identifier = parseIdentifier(c.req.path.split("/")[2] ?? "");
  const recipient = instance.findRecipient(identifier);
  if (recipient) return recipient;
  const by = identifier.field === null ? "" : `${identifier.field} `;
  const message = `There is no recipient with ${by}${identifier.value}`;
  throw new Refusal(404, "RECIPIENT_NOT_FOUND", message);
}
