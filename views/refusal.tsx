import { type JSX, jsxTemplate } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { type ProblemCode, problemWords } from "./problem.tsx";

/** JSX cannot write it. */
const doctype = jsxTemplate`<!DOCTYPE html>`;

/** A page for somebody who did not come through Zendesk, or whose proof has run out. */
export type RefusalPageProps = { language: Language; code: ProblemCode; stylePath: string };

/** Says one public sentence and the next step; the reason is in the log. */
export function RefusalPage({ language, code, stylePath }: RefusalPageProps): JSX.Element {
  const { title, what, next } = problemWords(language, code);
  return (
    <>
      {doctype}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{say(language, "app")}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="stylesheet" href={stylePath} />
        </head>
        <body>
          <main>
            <section>
              <div class="problem" data-problem={code} data-tone="problem">
                <strong>{title}</strong>
                <p>{what}</p>
                <p>{next}</p>
              </div>
            </section>
          </main>
        </body>
      </html>
    </>
  );
}
