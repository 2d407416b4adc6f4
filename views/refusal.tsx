import type { JSX } from "hono/jsx/jsx-runtime";
import { Document } from "./document.tsx";
import { type ProblemCode, problemWords } from "./problem.tsx";
import type { Language } from "./words/copy.ts";

/** A page for somebody who did not come through Zendesk, or whose proof has run out. */
export type RefusalPageProps = { language: Language; code: ProblemCode; stylePath: string };

/** Says one public sentence and the next step; the reason is in the log. */
export function RefusalPage({ language, code, stylePath }: RefusalPageProps): JSX.Element {
  const { title, what, next } = problemWords(language, code);
  return (
    <Document {...{ language, stylePath }}>
      <main>
        <section>
          <div class="problem" data-problem={code} data-tone="problem">
            <strong>{title}</strong>
            <p>{what}</p>
            <p>{next}</p>
          </div>
        </section>
      </main>
    </Document>
  );
}
