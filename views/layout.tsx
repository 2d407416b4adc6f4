import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { AGENT_PASS_META, SESSION_KEY_META, SETTINGS_META } from "../contract/page.ts";
import { Document } from "./document.tsx";
import { PASS_FIELD } from "../contract/paths.ts";
import { SETTING_NAMES } from "../contract/settings.ts";
import { ShellTemplates } from "./shell_templates.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The page that Zendesk frames. */
export type ShellPageProps = {
  language: Language;
  colorScheme: "light" | "dark";
  agentPass: string;
  sessionKey: string;
  scriptPath: string;
  stylePath: string;
  /** Address of Zendesk's own build of the SDK; nothing when our script has it inside. */
  sdkUrl: string | null;
};

const htmxConfig = JSON.stringify({
  history: false,
  includeIndicatorCSS: false,
  // Only hx-, not data-hx- too: half of the looking for attributes after each swap.
  prefix: "",
  mode: "same-origin",
  // Nothing here moves from its old looks to its new, so that no swap has to wait between the two.
  defaultSettleDelay: 0,
});

/** The whole document: a skeleton before any script, and what the shell needs to know. */
export function ShellPage(props: ShellPageProps): JSX.Element {
  const { language, colorScheme, stylePath, agentPass } = props;
  return (
    <Document {...{ language, colorScheme, stylePath }} head={<ShellHead {...props} />}>
      <header class="visually-hidden">
        <h1>{say(language, "app")}</h1>
      </header>
      <main id={ids.sidebar} aria-busy="true">
        <Skeleton language={language} />
      </main>
      <ShellTemplates language={language} />
      <form id={ids.reloadForm} method="post" hidden>
        <input type="hidden" name={PASS_FIELD} value={agentPass} />
      </form>
      <div id={ids.announcer} class="visually-hidden" role="log" aria-live="polite" />
    </Document>
  );
}

function ShellHead(props: ShellPageProps): JSX.Element {
  const { colorScheme, agentPass, sessionKey, scriptPath, sdkUrl } = props;
  return (
    <>
      <meta name="color-scheme" content={colorScheme} />
      <meta name="htmx-config" content={htmxConfig} />
      <meta name={AGENT_PASS_META} content={agentPass} />
      <meta name={SETTINGS_META} content={SETTING_NAMES.join(" ")} />
      <meta name={SESSION_KEY_META} content={sessionKey} />
      {sdkUrl && <script defer src={sdkUrl} />}
      <script defer src={scriptPath} />
    </>
  );
}
