import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { CommunicationsPlaceholder } from "./communications.tsx";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { sidebarAttributes } from "./refresh.ts";
import { ShellTemplates } from "./shell_templates.tsx";

/** The whole sidebar: parts that are there, and the history that loads itself. */
export type SidebarProps = {
  language: Language;
  /** The language that the page came in, where that may be another. */
  pageLanguage?: Language;
  /** RecipientPart, RecipientMatches, CreatePart or a ProblemPart. */
  recipient: Child;
  /** EventsPart. */
  events?: Child;
  /** Whether the history is to load itself. */
  withCommunications: boolean;
  /** Whether the agent may check the configuration. */
  isAdmin: boolean;
};

/** The answer of GET /sidebar: what the shell's main holds. */
export function Sidebar(
  { language, pageLanguage = language, recipient, events, withCommunications, isAdmin }:
    SidebarProps,
): JSX.Element {
  return (
    <>
      {recipient}
      {events}
      {withCommunications && <CommunicationsPlaceholder language={language} />}
      {isAdmin && (
        <footer>
          <button
            type="button"
            class="bare"
            id={ids.setupOpen}
            {...sidebarAttributes(paths.setup)}
          >
            {say(language, "setup.open")}
          </button>
        </footer>
      )}
      {pageLanguage !== language && <ShellTemplates language={language} replacing />}
    </>
  );
}
