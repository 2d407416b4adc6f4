import { Hono } from "hono";
import { paths, SHELL_PATH } from "../contract/paths.ts";
import { SESSION_PATH } from "../contract/session.ts";
import { problemWords } from "../views/problem.tsx";
import { RefusalPage } from "../views/refusal.tsx";
import type { AppContext, AppEnv } from "./context.ts";
import { logFault } from "./faults.ts";
import type { AppOptions, ResumingApp } from "./options.ts";
import { problemOf } from "./problem_of.ts";
import type { Problem } from "./problems.ts";
import { requestLog } from "./request_log.ts";
import { createActivityRoutes } from "./routes/activity.ts";
import { createCommunicationRoutes } from "./routes/communications.ts";
import { createEventRoutes } from "./routes/events.ts";
import { createHookRoutes } from "./routes/hooks.ts";
import { createMetricsRoutes } from "./routes/metrics.ts";
import { answerProblemPart } from "./routes/problem_part.tsx";
import { createReadinessRoutes } from "./routes/readiness.ts";
import { createRecipientDataRoutes } from "./routes/recipient_data.ts";
import { createRecipientRoutes } from "./routes/recipient.ts";
import { createSessionRoutes } from "./routes/session.ts";
import { createSetupRoutes } from "./routes/setup.ts";
import { createShellRoutes } from "./routes/shell.tsx";
import { createSidebarRoutes } from "./routes/sidebar.ts";
import { answerUnknownPath } from "./routes/unknown_path.tsx";
import { wholeBody } from "./routes/whole_body.ts";
import { createServices, type Services } from "./services.ts";

/** All that needs keys, settings, the store or Agillic. */
export function createSidebarApp(options: AppOptions): ResumingApp {
  const services = createServices(options);
  const { fetch } = createRoutes(services);
  return { fetch, resumeDue: services.resuming.resumeDue };
}

function createRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    // First, so that whatever happens after it has its line in the log.
    .use(requestLog(services))
    .route("/readyz", createReadinessRoutes(services))
    .route("/metrics", createMetricsRoutes(services))
    .on("POST", "*", wholeBody(services))
    .route("/hooks", createHookRoutes(services))
    .route(SHELL_PATH, createShellRoutes(services))
    .route(SESSION_PATH, createSessionRoutes(services))
    .route(paths.sidebar, createSidebarRoutes(services))
    .route(paths.recipient, createRecipientRoutes(services))
    .route("/", createRecipientDataRoutes(services))
    .route(paths.events, createEventRoutes(services))
    .route(paths.communications(), createCommunicationRoutes(services))
    .route(paths.activity(), createActivityRoutes(services))
    .route(paths.setup, createSetupRoutes(services))
    .notFound((c) => answerUnknownPath(c, services))
    .onError((error, c) => answerProblem(c, problemOf(error), services));
}

/** Every problem becomes an answer here: a page, JSON, or the part of the sidebar that it belongs to. */
function answerProblem(
  c: AppContext,
  problem: Problem,
  services: Services,
): Response | Promise<Response> {
  if (problem.code === "internal") logFault(c.get("requestId"), problem.cause, services);
  const part = c.get("part");
  if (part !== null) return answerProblemPart(c, part, problem, services);
  c.set("reason", problem.reason);
  const { code, params, status } = problem;
  const language = c.get("language");
  if (c.req.path === SESSION_PATH) {
    return c.json({ problem: code, message: problemWords(language, code, params).what }, status);
  }
  const { stylePath } = services.assets;
  return c.html(<RefusalPage {...{ language, code, stylePath }} />, status);
}
