import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { placeAttributes } from "./refresh.ts";
import { shortened } from "./shortened.ts";
import { type Language, say } from "./words/copy.ts";

/** The place of the target groups, which ask for themselves: the recipient does not wait for them. */
export function TargetGroupsPlaceholder({ language }: { language: Language }): JSX.Element {
  return (
    <div
      id={ids.groups}
      data-view="groups"
      hx-trigger="load"
      {...placeAttributes(ids.groups, paths.groups)}
    >
      <p class="empty">{say(language, "loading")}</p>
    </div>
  );
}

/** What fits on one line of a narrow sidebar, in characters; the space around a name is as wide as three. */
const LINE = 38;
const AROUND = 3;

/** The target groups that the recipient is in: one line of them, and more on request. */
export function TargetGroups(
  { language, groups }: { language: Language; groups: readonly string[] },
): JSX.Element {
  const length = groups.reduce((sum, name) => sum + name.length + AROUND, 0);
  return (
    <div id={ids.groups} data-view="groups" tabindex={-1}>
      {groups.length === 0
        ? <p class="empty">{say(language, "groups.none")}</p>
        : (
          <ul class="badges" aria-label={say(language, "groups.title")}>
            {groups.map((name) => <li>{shortened(name)}</li>)}
          </ul>
        )}
      {length > LINE && (
        <details>
          <summary id={ids.allGroups}>
            {say(language, "recipient.showAll")}
            <span class="visually-hidden">{`: ${say(language, "groups.title")}`}</span>
          </summary>
        </details>
      )}
    </div>
  );
}
