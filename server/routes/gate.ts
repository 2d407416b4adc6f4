import { ANSWER_HEADERS, REQUEST_HEADERS } from "../../contract/headers.ts";
import type { PartId } from "../../contract/parts.ts";
import { type Language, languageOf } from "../../views/words/copy.ts";
import type { AppContext } from "../context.ts";
import { holdsCredential } from "../credentials.ts";
import type { View } from "../installation/limits.ts";
import type { Settings } from "../installation/settings.ts";
import {
  type AgentPreferences,
  decodeHeader,
  parseAgentPreferences,
  parseRequester,
} from "../installation/requester.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { AskAgillic, Visit, Visitor } from "../visit.ts";
import { findStoppedViews, listFaultyLabels, refuseSettings } from "./faulty_settings.ts";

const ECHO = /^[A-Za-z0-9_-]{1,64}$/;

const VIEW_OF = {
  recipient: "recipient",
  events: "events",
  communications: "communications",
  create: "creation",
  setup: null,
  activity: null,
} as const satisfies Record<PartId, View | null>;

/** Lets a request for a part in: who acts, with which settings, for whom. Throws a Problem, also for faulty settings. */
export async function receiveVisit(
  c: AppContext,
  part: PartId,
  services: Services,
): Promise<Visit> {
  const visit = await receiveSidebarVisit(c, part, services);
  const view = VIEW_OF[part];
  const problem = view === null ? undefined : visit.stopped.get(view);
  if (problem !== undefined) throw problem;
  return visit;
}

/** The same for all parts together: one that is stopped for its settings stops no other. */
export async function receiveSidebarVisit(
  c: AppContext,
  part: PartId,
  services: Services,
): Promise<Visit> {
  const visitor = await receiveVisitor(c, part, services);
  const { ask, language, session: { settings, faults } } = visitor;
  if (settings === null || ask === null) throw await refuseSettings(language, faults);
  return {
    ...visitor,
    settings,
    ask,
    stopped: await findStoppedViews(language, settings, faults),
    faultyLabels: await listFaultyLabels(language, faults),
  };
}

/** The same for a part that is there for faulty settings, too. */
export async function receiveVisitor(
  c: AppContext,
  part: PartId,
  services: Services,
): Promise<Visitor> {
  const { sessions, readersOf } = services;
  c.set("part", part);
  const { preferences, language } = receiveShell(c);
  const header = (name: string) => c.req.header(name);
  if (listInputs(c).some(holdsCredential)) throw new Problem("input_refused");
  const session = await sessions.openSession(header(REQUEST_HEADERS.session));
  if (!session.ok) throw new Problem("session_required", { reason: session.reason });
  const { agent, settings } = session.value;
  c.set("agent", agent);
  return {
    requestId: c.get("requestId"),
    session: session.value,
    agent,
    preferences,
    language,
    pageLanguage: pageLanguageOf(c),
    ...readersOf(preferences),
    requester: parseRequester(header),
    recipientName: header(REQUEST_HEADERS.recipient) ?? null,
    recipientState: header(REQUEST_HEADERS.recipientState) ?? "",
    ask: settings && askFor(c, settings, services),
  };
}

/** The language that a page comes in: nobody but the browser has said how its agent reads. */
export function pageLanguageOf(c: AppContext): Language {
  return languageOf(c.req.header("accept-language")?.split(",")[0] ?? "");
}

/** Says what the shell looks for in every answer; how its agent reads. */
export function receiveShell(
  c: AppContext,
): { preferences: AgentPreferences; language: Language } {
  const header = (name: string) => c.req.header(name);
  const echo = header(REQUEST_HEADERS.requester) ?? "";
  // The shell shows an answer only for the requester that it asked for.
  if (ECHO.test(echo) && !holdsCredential(echo)) c.header(ANSWER_HEADERS.requester, echo);
  const preferences = parseAgentPreferences(header);
  const language = languageOf(preferences.locale);
  c.set("language", language);
  // The page came before Zendesk said how the agent reads: the shell has it follow.
  c.header(ANSWER_HEADERS.language, language);
  return { preferences, language };
}

/** All that a request says in texts that may be shown or stored; what is sealed is opened, and nothing else. */
function listInputs(c: AppContext): string[] {
  const { session: _, recipient: __, ...named } = REQUEST_HEADERS;
  const headers = Object.values(named).map((name) => decodeHeader(c.req.header(name)));
  return [...headers, ...Object.values(c.req.query())];
}

/** Waits for Agillic, and counts how long. */
function askFor(
  c: AppContext,
  { token, oauth }: Settings,
  { agillic, elapsed }: Services,
): AskAgillic {
  return async (question) => {
    const startedAt = elapsed();
    try {
      return await question(agillic.client(token, { oauth }));
    } finally {
      c.set("agillicMs", c.get("agillicMs") + elapsed() - startedAt);
    }
  };
}
