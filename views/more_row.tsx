import type { JSX } from "hono/jsx/jsx-runtime";
import { ids, selectorOf } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";
import { noticeAttributes } from "./refresh.ts";
import { type Language, say } from "./words/copy.ts";

/** The last item of a list that goes on: its button loads the rows that take its place. */
export function MoreRow(
  { language, part, path }: { language: Language; part: PartId; path: string },
): JSX.Element {
  return (
    <li id={ids.moreRow(part)}>
      <button
        type="button"
        id={ids.more(part)}
        hx-get={path}
        hx-target={selectorOf(ids.moreRow(part))}
        hx-swap="outerHTML"
        hx-sync="this:drop"
        {...noticeAttributes(part)}
      >
        <span>{say(language, "communications.more")}</span>
        <span class="busy">{say(language, "communications.loadingMore")}</span>
      </button>
    </li>
  );
}
