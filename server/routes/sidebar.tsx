import { Hono } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ProblemPart } from "../../views/part.tsx";
import { paths } from "../../contract/paths.ts";
import { Sidebar } from "../../views/sidebar.tsx";
import type { RecipientPartProps } from "../../views/recipient.tsx";
import type { RecipientKey } from "../agillic/paths.ts";
import { answerHtml } from "../answer.ts";
import type { AppContext, AppEnv, Services } from "../context.ts";
import { type Problem, problemOf } from "../problems.ts";
import { eventsPart } from "./events_part.tsx";
import { fragment, isAdmin, lonely, problemProps } from "./fragment.tsx";
import { type Lookup, lookUpRecipient, readRecipientKey } from "./lookup.ts";
import { ambiguousPart, recipientPart, unknownPart } from "./recipient_part.tsx";

/** GET /sidebar: all parts, with one call to Agillic; the history then loads itself. */
export function createSidebarRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(fragment("recipient", services))
    .get("/", async (c) => {
      try {
        return await answerLookup(c, services, await lookUpRecipient(c, services));
      } catch (error) {
        return await answerWithoutRecipient(c, services, problemOf(error));
      }
    });
}

/** What else the answer says of somebody found, and with which status. */
export type LookupAnswer = Pick<RecipientPartProps, "created" | "notice"> & {
  status?: ContentfulStatusCode;
};

/** The sidebar of whomever the lookup found. */
export async function answerLookup(
  c: AppContext,
  services: Services,
  lookup: Lookup,
  { status, ...extra }: LookupAnswer = {},
): Promise<Response> {
  switch (lookup.kind) {
    case "found": {
      const recipient = await recipientPart(c, services, lookup, extra);
      return answerHtml(c, await sidebar(c, services, recipient, lookup.recipient.key), status);
    }
    case "unknown":
      return answerHtml(c, lonely(c, await unknownPart(c, services, lookup.address)));
    case "ambiguous":
      return answerHtml(
        c,
        lonely(c, await ambiguousPart(c, services, lookup)),
        lookup.problem.status,
      );
  }
}

/** Agillic could not say who it is: events and history may still be had. */
async function answerWithoutRecipient(
  c: AppContext,
  services: Services,
  problem: Problem,
): Promise<Response> {
  const named = await readRecipientKey(c, services).catch(() => null);
  if (named === null) throw problem;
  c.set("reason", problem.reason);
  const retry = { path: paths.recipient, target: "recipient" } as const;
  const part = (
    <ProblemPart
      language={c.get("language")}
      part="recipient"
      problem={problemProps(c, problem, services.now(), retry)}
    />
  );
  return answerHtml(c, await sidebar(c, services, part, named.key), problem.status);
}

async function sidebar(c: AppContext, services: Services, recipient: Child, key: RecipientKey) {
  const { views } = c.get("settings");
  const language = c.get("language");
  return (
    <Sidebar
      language={language}
      recipient={recipient}
      events={views.events && await eventsPart(c, services, key)}
      withCommunications={views.communications}
      isAdmin={isAdmin(c)}
    />
  );
}
