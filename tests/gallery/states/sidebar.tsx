import { CreatePart } from "../../../views/create.tsx";
import { ProblemPart } from "../../../views/part.tsx";
import { Sidebar } from "../../../views/sidebar.tsx";
import { Skeleton } from "../../../views/skeleton.tsx";
import type { State } from "../state.ts";
import { history } from "./communications.tsx";
import { threeEvents } from "./events.tsx";
import { richRecipient } from "./recipient.tsx";
import { awaitingCard, card } from "./summary.tsx";

/** The sidebar as a whole. */
export const sidebarStates: Record<string, State> = {
  "sidebar-skeleton": { render: ({ language }) => <Skeleton language={language} /> },
  "sidebar-loading-history": {
    render: (setting) => (
      <Sidebar
        language={setting.language}
        summary={awaitingCard(setting)}
        recipient={richRecipient(setting)}
        events={threeEvents(setting)}
        withCommunications
        isAdmin
      />
    ),
  },
  "sidebar": {
    render: (setting) => (
      <Sidebar
        language={setting.language}
        summary={card(setting, { environment: "staging" })}
        recipient={[richRecipient(setting), history(setting)]}
        events={threeEvents(setting)}
        withCommunications={false}
        isAdmin
      />
    ),
  },
  "sidebar-not-found": {
    render: ({ language }) => (
      <Sidebar
        language={language}
        recipient={
          <CreatePart language={language} address="nobody@example.dk" action="sealed-action" />
        }
        withCommunications={false}
        isAdmin={false}
      />
    ),
  },
  "sidebar-recipient-failed": {
    render: (setting) => (
      <Sidebar
        language={setting.language}
        recipient={
          <ProblemPart
            language={setting.language}
            part="recipient"
            problem={{
              code: "agillic_unavailable",
              retry: { path: "/recipient", target: "recipient" },
            }}
          />
        }
        events={threeEvents(setting)}
        withCommunications
        isAdmin={false}
      />
    ),
  },
  "sidebar-nothing-chosen": {
    render: ({ language }) => (
      <Sidebar
        language={language}
        recipient={null}
        withCommunications={false}
        isAdmin
        faultyLabels={["Enable Recipient Data View"]}
      />
    ),
  },
  "sidebar-settings-to-correct": {
    render: (setting) => (
      <Sidebar
        language={setting.language}
        recipient={
          <ProblemPart
            language={setting.language}
            part="recipient"
            problem={{
              code: "settings_invalid",
              faults: [{ label: "Person Data Field List", words: "Entry 1 has small letters." }],
            }}
          />
        }
        events={threeEvents(setting)}
        withCommunications={false}
        isAdmin
        faultyLabels={["Person Data Field List", "Cool-down in Seconds"]}
      />
    ),
  },
};
