import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./copy.ts";
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
  return (
    <button
      type="button"
      class="bare copy"
      id={id}
      title={label}
      data-copy={"value" in props ? props.value : undefined}
      data-copy-from={"from" in props ? props.from : undefined}
    >
      {icons.copy}
    </button>
  );
}

/** What is said after copying, for an element around the buttons. */
export function copyWords(language: Language): Record<"data-done" | "data-failed", string> {
  return { "data-done": say(language, "copied"), "data-failed": say(language, "copyFailed") };
}
