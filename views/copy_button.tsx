import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./copy.ts";
import { Icon } from "./icon.tsx";

/** What is copied: a value, or what the element with that id holds. */
export type CopyButtonProps =
  & { language: Language; id: string; label: string }
  & (
    | { value: string }
    | { from: string }
  );

/** A button that puts something on the clipboard; the shell's script does it and says how it went. */
export function CopyButton(props: CopyButtonProps): JSX.Element {
  const { language, id, label } = props;
  return (
    <button
      type="button"
      class="bare copy"
      id={id}
      aria-label={label}
      title={label}
      {...("value" in props ? { "data-copy": props.value } : { "data-copy-from": props.from })}
      data-done={say(language, "copied")}
      data-failed={say(language, "copyFailed")}
    >
      <Icon name="copy" />
      <Icon name="check" />
    </button>
  );
}
