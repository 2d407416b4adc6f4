import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { CopyButton, copyWords } from "./copy_button.tsx";

/** Takes a sentence that Zendesk did not put into the reply; the shell's script shows it. */
export function InsertRefused({ language }: { language: Language }): JSX.Element {
  const title = say(language, "communications.insertRefused");
  const next = say(language, "communications.insertRefusedNext");
  const label = say(language, "communications.copySentence");
  return (
    <div
      class="problem"
      data-problem="insert_refused"
      data-tone="notice"
      data-announce={`${title}. ${next}`}
      {...copyWords(language)}
    >
      <strong>{title}</strong>
      <p>{next}</p>
      <p>
        <q id={ids.insertText} />
        <CopyButton id={ids.insertCopy} from={ids.insertText} label={label} />
      </p>
    </div>
  );
}
