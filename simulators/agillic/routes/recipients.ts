import { type Context, Hono } from "hono";
import { createPersonDataAnswer } from "../answers.ts";
import { parseFilter } from "../filter.ts";
import { type Identifier, parseIdentifier } from "../identifier.ts";
import type { PersonData, Recipient } from "../model.ts";
import { Refusal } from "../refusal.ts";
import { readPersonData } from "../request_bodies.ts";
import type { Simulation } from "../simulation.ts";

/** `/recipients`: read, find by filter, create, update or create. */
export function recipientRoutes(simulation: Simulation): Hono {
  const answer = ({ personData }: Recipient) => ({
    personData: createPersonDataAnswer(
      personData,
      simulation.instance.fields.values(),
      simulation.switches,
    ),
  });
  const written = (c: Context, recipient: Recipient, status: 200 | 201) =>
    simulation.switches.createBody === "empty"
      ? c.body(null, status)
      : c.json(answer(recipient), status);

  return new Hono()
    .get("/", (c) => {
      const filter = parseFilter(c.req.query("filter") ?? "");
      return c.json(simulation.instance.listMatching(filter).map(answer));
    })
    .post("/", async (c) => {
      const personData = await readPersonData(c);
      return written(c, simulation.instance.createRecipient(personData), 201);
    })
    .get("/:id", (c) => c.json(answer(requireRecipient(c, simulation))))
    .put("/:id", async (c) => {
      const personData = await readPersonData(c);
      const { instance } = simulation;
      const identifier = identifierOf(c);
      const recipient = instance.findRecipient(identifier);
      if (recipient) {
        instance.updateRecipient(recipient, personData);
        return written(c, recipient, 200);
      }
      const field = identifier.field ?? instance.recipientIdField;
      if (field === "AGILLIC_ID") throw noSuchRecipient(identifier);
      const created: PersonData = { [field]: identifier.value, ...personData };
      return written(c, instance.createRecipient(created), 201);
    });
}

/** The recipient named in the path of a call. Throws a Refusal (404) when there is none. */
export function requireRecipient(c: Context, { instance }: Simulation): Recipient {
  const identifier = identifierOf(c);
  const recipient = instance.findRecipient(identifier);
  if (!recipient) throw noSuchRecipient(identifier);
  return recipient;
}

function identifierOf(c: Context): Identifier {
  // Not `c.req.param()`: it decodes, and an encoded `=` must not part field and value.
  return parseIdentifier(c.req.path.split("/")[2] ?? "");
}

function noSuchRecipient({ field, value }: Identifier): Refusal {
  const by = field === null ? "" : `${field} `;
  return new Refusal(404, "RECIPIENT_NOT_FOUND", `There is no recipient with ${by}${value}`);
}
