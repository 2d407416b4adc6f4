import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problemWords } from "../views/problem.tsx";
import { RefusalPage } from "../views/refusal.tsx";
import { createAgillic } from "./agillic/client.ts";
import { watchDates } from "./checks/clock.ts";
import type { Config } from "./config.ts";
import { answerHtml, answerJson, answerText } from "./answer.ts";
import type { AppOptions } from "./app.ts";
import type { AppContext, AppEnv, Services } from "./context.ts";
import { logFault } from "./faults.ts";
import { type Problem, problemOf } from "./problems.ts";
import { createReaders } from "./readers.ts";
import { requestLog } from "./request_log.ts";
import { createCommunicationRoutes } from "./routes/communications.tsx";
import { createEventRoutes } from "./routes/events.tsx";
import { problemFragment } from "./routes/fragment.tsx";
import { createReadinessRoutes } from "./routes/readiness.ts";
import { createRecipientRoutes } from "./routes/recipient.tsx";
import { createSessionRoutes } from "./routes/session.ts";
import { createSetupRoutes } from "./routes/setup.tsx";
import { createShellRoutes } from "./routes/shell.tsx";
import { createSidebarRoutes } from "./routes/sidebar.tsx";
import { createSealing } from "./sealing.ts";
import { createFetchedKey, createFixedKey } from "./zendesk/public_key.ts";
import { createSessions } from "./installation/session.ts";

const MAX_BODY_BYTES = 64 * 1024;

/** All that needs keys, settings, the store or Agillic. Nothing is fetched until the first request. */
export async function createSidebarApp(options: AppOptions): Promise<Hono<AppEnv>> {
  const services = createServices({ ...options, kv: await options.kv });
  const { log, now, randomId } = services;
  return new Hono<AppEnv>()
    // First, so that whatever happens after it has its line in the log.
    .use(requestLog({ log, now, randomId }))
    .route("/readyz", createReadinessRoutes(services))
    // No body of ours is larger than a shell token or an action.
    .on("POST", "*", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseBody }))
    .route("/shell", createShellRoutes(services))
    .route("/session", createSessionRoutes(services))
    .route("/sidebar", createSidebarRoutes(services))
    .route("/recipient", createRecipientRoutes(services))
    .route("/events", createEventRoutes(services))
    .route("/communications", createCommunicationRoutes(services))
    .route("/setup", createSetupRoutes(services))
    .notFound((c) => answerText(c, "Not found", 404))
    .onError((error, c) => answerProblem(c, problemOf(error), services));
}

/** Unlike a problem of the table, nobody who uses the sidebar gets to see it. */
function refuseBody(c: Context<AppEnv>): Response {
  c.set("reason", "body_too_large");
  return answerText(c, "Content too large", 413);
}

function createServices(options: AppOptions & Pick<Services, "kv">): Services {
  const { config, fetch, now, random, delay } = options;
  const sealing = createSealing({ keys: config.sessionKeys, now });
  const watched = watchDates({ fetch, now });
  return {
    ...options,
    sealing,
    sessions: createSessions({ sealing, now }),
    publicKey: "pem" in config.appKey
      ? createFixedKey(config.appKey.pem)
      : createFetchedKey({ urlOf: publicKeyUrl(config, config.appKey.appId), fetch, now }),
    agillic: createAgillic({
      baseUrl: config.agillicBaseUrl,
      fetch: watched.fetch,
      now,
      random,
      delay,
    }),
    agillicClock: watched.clock,
    readersOf: createReaders(),
  };
}

function publicKeyUrl({ zendeskOrigin }: Config, appId: string): (subdomain: string) => string {
  return (subdomain) =>
    `${zendeskOrigin ?? `https://${subdomain}.zendesk.com`}/api/v2/apps/${appId}/public_key.pem`;
}

/** Every problem becomes an answer here: a page, JSON, or the part of the sidebar that it belongs to. */
function answerProblem(
  c: AppContext,
  problem: Problem,
  { now, log, assets }: Services,
): Response {
  c.set("reason", problem.reason);
  if (problem.code === "internal") logFault(c, problem.cause, { now, log });
  if (c.get("part") !== null) return problemFragment(c, problem, now());
  const { what } = problemWords(c.get("language"), problem.code, problem.params);
  if (c.req.path === "/session") {
    return answerJson(c, { problem: problem.code, message: what }, problem.status);
  }
  return answerHtml(
    c,
    <RefusalPage
      language={c.get("language")}
      code={problem.code}
      stylePath={assets.stylePath}
    />,
    problem.status,
  );
}
