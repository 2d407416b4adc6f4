import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, languageOf } from "../../views/words/copy.ts";
import { exactUtc } from "../../views/format.ts";
import type { PartId } from "../../contract/parts.ts";
import { ProblemPart } from "../../views/part.tsx";
import { paths } from "../../contract/paths.ts";
import type { ProblemProps, ProblemRetry } from "../../views/problem.tsx";
import { settingFaultWords } from "../../views/setting_faults.ts";
import { Sidebar } from "../../views/sidebar.tsx";
import { answerHtml, setHeader } from "../answer.ts";
import type { AppContext, AppEnv, Services } from "../context.ts";
import { Problem } from "../problems.ts";
import { listSettingLabels } from "../installation/setting_labels.ts";
import type { SettingFault } from "../installation/settings.ts";
import { parseAgentPreferences, parseRequester } from "../installation/requester.ts";

const ECHO = /^[A-Za-z0-9_-]{1,64}$/;

/** `allowFaults`: faulty settings do not end the request, and `settings` is then not there: ask `session`. */
export type FragmentOptions = { allowFaults?: boolean };

/** The gate of every fragment: who is acting, with which settings, for which requester. */
export function fragment(
  part: PartId,
  { sessions, readersOf }: Services,
  { allowFaults = false }: FragmentOptions = {},
): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set("part", part);
    const echo = c.req.header("requester") ?? "";
    // The shell shows an answer only for the requester that it asked for.
    if (ECHO.test(echo)) setHeader(c, "Requester", echo);
    const preferences = parseAgentPreferences((name) => c.req.header(name));
    c.set("preferences", preferences);
    c.set("language", languageOf(preferences.locale));
    // The page came before Zendesk said how the agent reads: the shell has it follow.
    setHeader(c, "Content-Language", c.get("language"));

    const session = await sessions.openSession(c.req.header("authorization"));
    if (!session.ok) throw new Problem("session_required", { reason: session.reason });
    c.set("session", session.value);
    c.set("agent", session.value.agent);
    const { settings, faults } = session.value;
    if (settings !== null) c.set("settings", settings);
    else if (!allowFaults) {
      throw new Problem("settings_invalid", {
        faults: await faultsInWords(c.get("language"), faults),
      });
    }
    c.set("requester", parseRequester((name) => c.req.header(name)));
    const { formatter, readPersonData } = readersOf(preferences);
    c.set("formatter", formatter);
    c.set("formatterFor", (locale) => readersOf({ ...preferences, locale }).formatter);
    c.set("readPersonData", readPersonData);
    await next();
  });
}

async function faultsInWords(
  language: Language,
  faults: readonly SettingFault[],
): Promise<{ label: string; mend: string }[]> {
  const labels = await listSettingLabels(language);
  return faults.map(({ parameter, code, value }) => ({
    label: labels.get(parameter) ?? parameter,
    mend: settingFaultWords(language, code, value),
  }));
}

/** A problem as views show it, with what support will ask for. */
export function problemProps(
  c: AppContext,
  problem: Problem,
  now: number,
  retry?: ProblemRetry,
): Omit<ProblemProps, "language" | "place"> {
  const status = problem.upstreamStatus ?? (problem.status === 200 ? null : problem.status);
  return {
    code: problem.code,
    params: problem.params,
    faults: problem.faults,
    ...(retry && problem.isRetryable && { retry }),
    ...(problem.status !== 200 && {
      details: {
        ...(status !== null && { status: String(status) }),
        timeUtc: exactUtc(new Date(now)),
        requestId: c.get("requestId"),
      },
    }),
  };
}

/** The answer to a fragment request that failed: the part with its problem in it. */
export function problemFragment(
  c: AppContext,
  problem: Problem,
  now: number,
): Response {
  const part = c.get("part") ?? "recipient";
  // It is not the one form that failed, or the next page: the whole part takes its place.
  const isFormOfPart = part === "events" && c.req.method === "POST";
  const isPageOfPart = part === "communications" && problem.status === 200;
  if (isFormOfPart || isPageOfPart) {
    setHeader(c, "HX-Retarget", `#${part}`);
    setHeader(c, "HX-Reswap", "outerHTML");
  }
  const retry: ProblemRetry = part === "create" || c.req.path === paths.sidebar
    ? { path: paths.sidebar, target: "sidebar" }
    : { path: `/${part}`, target: part };
  const shown = (
    <ProblemPart
      language={c.get("language")}
      part={part}
      problem={problemProps(c, problem, now, retry)}
    />
  );
  return answerHtml(c, c.req.path === paths.sidebar ? lonely(c, shown) : shown, problem.status);
}

/** A sidebar of one part, because there is nobody whose events and history could be shown. */
export function lonely(c: AppContext, part: Child): JSX.Element {
  return (
    <Sidebar
      language={c.get("language")}
      recipient={part}
      withCommunications={false}
      isAdmin={isAdmin(c)}
    />
  );
}

/** Only what is shown depends on it: the check itself tells nobody anything that they may not know. */
export function isAdmin(c: AppContext): boolean {
  return c.req.header("agent-role") === "admin";
}
