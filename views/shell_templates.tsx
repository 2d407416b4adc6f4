import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { InsertRefused } from "./insert_refused.tsx";
import { Problem, type ProblemProps } from "./problem.tsx";
import { Skeleton } from "./skeleton.tsx";
import type { Language } from "./words/copy.ts";

/** `replacing`: in an answer, instead of those that the page came with. */
export type ShellTemplatesProps = { language: Language; replacing?: boolean };

/** What the shell's script shows when there is no answer to show. */
export function ShellTemplates({ language, replacing = false }: ShellTemplatesProps): JSX.Element {
  const swap = replacing ? { "hx-swap-oob": "true" } : {};
  const problem = (id: string, retryId: string, code: ProblemProps["code"]) => (
    <template id={id} {...swap}>
      <Problem {...{ language, code, retryId }} place={id} />
    </template>
  );
  return (
    <>
      <template id={ids.skeleton} {...swap}>
        <Skeleton language={language} />
      </template>
      {problem(ids.problemConnection, ids.retryConnection, "connection")}
      {problem(ids.problemZendesk, ids.retryZendesk, "zendesk_silent")}
      {problem(ids.problemSession, ids.retrySession, "session_required")}
      {problem(ids.problemExpired, ids.retryExpired, "page_expired")}
      <template id={ids.insertRefused} {...swap}>
        <InsertRefused language={language} />
      </template>
    </>
  );
}
