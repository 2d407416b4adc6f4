import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { icons } from "./icon.tsx";

/** What is copied: a value, or what the element with that id holds. */
export type CopyButtonProps =
  & { id: string; label: string; isSkippedByTab?: boolean }
  & (
    | { value: string; from?: undefined }
    | { value?: undefined; from: string }
  );

/** Puts something on the clipboard; the shell's script does it, and says how it went by `copyWords`. */
export function CopyButton(
  { id, label, value, from, isSkippedByTab }: CopyButtonProps,
): JSX.Element {
  return (
    <button
      type="button"
      class="bare copy"
      id={id}
      title={label}
      tabindex={isSkippedByTab ? -1 : undefined}
      data-copy={value}
      data-copy-from={from}
    >
      {icons.copy}
    </button>
  );
}

/** What is said after copying, for an element around the buttons. */
export function copyWords(language: Language): Record<"data-done" | "data-failed", string> {
  return { "data-done": say(language, "copied"), "data-failed": say(language, "copyFailed") };
}
