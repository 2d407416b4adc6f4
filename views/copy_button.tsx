import type { JSX } from "hono/jsx/jsx-runtime";
import { Icon } from "./icon.tsx";

/** A button that puts `value` on the clipboard; the shell's script does it. */
export function CopyButton(
  { id, value, label }: { id: string; value: string; label: string },
): JSX.Element {
  return (
    <button type="button" class="bare" id={id} data-copy={value} aria-label={label} title={label}>
      <Icon name="copy" />
      <Icon name="check" />
    </button>
  );
}
