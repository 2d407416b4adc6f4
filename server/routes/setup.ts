import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { holdsCredential } from "../credentials.ts";
import { showSetup } from "../parts/setup.tsx";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisitor } from "./gate.ts";
import { readPosted } from "./posted.ts";

/** GET and POST /setup: the configuration check, which changes nothing and triggers nothing. */
export function createSetupRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visitor = await receiveVisitor(c, "setup", services);
      return answerPart(c, services, await showSetup(visitor, null, services));
    })
    // The address is personal: a form keeps it out of every URL and log.
    .post("/", async (c) => {
      const visitor = await receiveVisitor(c, "setup", services);
      const typed = await readPosted(c, "testRecipient");
      if (typed === null) {
        c.set("reason", "form_malformed");
        return c.text("Bad request", 400);
      }
      if (holdsCredential(typed)) throw new Problem("input_refused");
      return answerPart(c, services, await showSetup(visitor, typed, services));
    });
}
