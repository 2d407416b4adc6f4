import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";

/** Says that Zendesk has more addresses of the requester than were looked up, which are `count`. */
export function SearchStopped(
  { language, count }: { language: Language; count: string },
): JSX.Element {
  return <p class="empty">{say(language, "recipient.searchStopped", { count })}</p>;
}
