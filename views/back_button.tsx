import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";
import { paths } from "../contract/paths.ts";
import { sidebarAttributes } from "./refresh.ts";

/** Leads back to the sidebar from a part that has taken its place. */
export function BackButton(
  { language, part }: { language: Language; part: PartId },
): JSX.Element {
  return (
    <button type="button" class="bare" id={ids.back(part)} {...sidebarAttributes(paths.sidebar)}>
      {say(language, "back")}
    </button>
  );
}
