import { type JSX, jsxTemplate } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { icons } from "./icon.ts";

/** What is copied: a value, or what the element with that id holds. */
export type CopyButtonProps =
  & { id: string; label: string }
  & (
    | { value: string }
    | { from: string }
  );

/** Puts something on the clipboard; the shell's script does it, and says how it went by CopyWords. */
export function CopyButton(props: CopyButtonProps): JSX.Element {
  const { id, label } = props;
  const [name, what] = "value" in props
    ? ["data-copy", props.value]
    : ["data-copy-from", props.from];
  // A template: there is one beside every value, and elements of hono take longer to write.
  return jsxTemplate`<button type="button" class="bare copy" id="${id}" title="${label}" ${name}="${what}">${icons.copy}</button>`;
}

/** What is said after copying, for an element around the buttons. */
export function copyWords(language: Language): Record<"data-done" | "data-failed", string> {
  return { "data-done": say(language, "copied"), "data-failed": say(language, "copyFailed") };
}
