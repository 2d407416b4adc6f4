import { ShellPage } from "../../views/layout.tsx";
import { type Reader, settingOf, type State } from "./state.ts";
import { activityLogStates } from "./states/activity_log.tsx";
import { communicationStates } from "./states/communications.tsx";
import { matchStates } from "./states/matches.tsx";
import { summaryStates } from "./states/summary.tsx";
import { verdictStates } from "./states/verdicts.tsx";
import { createStates } from "./states/create.tsx";
import { eventPauseStates } from "./states/event_pauses.tsx";
import { eventValueStates } from "./states/event_values.tsx";
import { eventStates } from "./states/events.tsx";
import { problemStates } from "./states/problems.tsx";
import { recipientDataStates } from "./states/recipient_data.tsx";
import { recipientStates } from "./states/recipient.tsx";
import { setupStates } from "./states/setup.tsx";
import { sidebarStates } from "./states/sidebar.tsx";
import { triggeredEventStates } from "./states/triggered_events.tsx";

/** Every view in every state, by its name. */
export const states: Readonly<Record<string, State>> = {
  ...sidebarStates,
  ...summaryStates,
  ...recipientStates,
  ...recipientDataStates,
  ...matchStates,
  ...createStates,
  ...eventStates,
  ...triggeredEventStates,
  ...eventPauseStates,
  ...eventValueStates,
  ...communicationStates,
  ...verdictStates,
  ...problemStates,
  ...setupStates,
  ...activityLogStates,
};

/** How a state is looked at. */
export type Look = { language: Reader; colorScheme: "light" | "dark"; stylePath: string };

const skeleton = /(<main [^>]*) aria-busy="true"([^>]*>).*(?=<\/main>)/s;

/** The page of a state: the shell as it is, with what the sidebar holds in that state. */
export function pageOf(state: State, { language, colorScheme, stylePath }: Look): string {
  const setting = settingOf(language);
  const shell = String(
    <ShellPage
      language={setting.language}
      colorScheme={colorScheme}
      agentPass="agent-pass"
      sessionKey="session-key"
      scriptPath="/none.js"
      stylePath={stylePath}
      sdkUrl={null}
    />,
  );
  const sidebar = String(<>{state.render(setting)}</>);
  const html = shell.replace(skeleton, (_, name, attributes) => name + attributes + sidebar);
  return state.alter ? state.alter(html, setting) : html;
}
