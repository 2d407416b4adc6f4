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
  /** Summary or SummaryPlace. */
  summary?: Child;
  /** RecipientPart, RecipientMatches, CreatePart or a ProblemPart; null where the settings want none. */
  recipient: Child;
  /** EventsPart. */
  events?: Child;
  /** Whether the history is to load itself. */
  withCommunications: boolean;
  /** Whether the agent may check the configuration. */
  isAdmin: boolean;
  /** Whether the agent may see what was done in the installation. */
  withActivity?: boolean;
  /** What Zendesk calls the settings that administrators have to correct. */
  faultyLabels?: readonly string[];
};

/** The answer of GET /sidebar: what the shell's main holds. */
export function Sidebar(props: SidebarProps): JSX.Element {
  const { language, pageLanguage = language, summary, recipient, events } = props;
  const { withCommunications, isAdmin, withActivity = false, faultyLabels = [] } = props;
  const isEmpty = !recipient && !events && !withCommunications;
  return (
    <>
      {isEmpty ? <NothingChosen language={language} /> : summary}
      {events}
      {recipient}
      {withCommunications && <CommunicationsPlaceholder language={language} />}
      {(isAdmin || withActivity) && (
        <footer>
          {isAdmin && faultyLabels.length > 0 && (
            <p class="empty">
              {say(language, "setup.note", { settings: faultyLabels.join(", ") })}
            </p>
          )}
          {withActivity && (
            <FootLink
              id={ids.activityOpen}
              path={paths.activity()}
              name={say(language, "activityLog.title")}
            />
          )}
          {isAdmin && (
            <FootLink id={ids.setupOpen} path={paths.setup} name={say(language, "setup.open")} />
          )}
        </footer>
      )}
      {pageLanguage !== language && <ShellTemplates language={language} replacing />}
    </>
  );
}

/** Leads to what takes the place of the sidebar. */
function FootLink(
  { id, path, name }: { id: string; path: string; name: string },
): JSX.Element {
  return <button type="button" class="bare" id={id} {...sidebarAttributes(path)}>{name}</button>;
}

function NothingChosen({ language }: { language: Language }): JSX.Element {
  const words = say(language, "nothingChosen");
  return (
    <section>
      <p class="empty" data-announce={words}>{words}</p>
    </section>
  );
}
