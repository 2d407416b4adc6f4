import type { Formatter } from "../views/format.ts";
import type { Language } from "../views/words/copy.ts";
import type { AgillicClient } from "./agillic/client.ts";
import type { AgentPreferences, Requester } from "./installation/requester.ts";
import type { Session } from "./installation/session.ts";
import type { Settings } from "./installation/settings.ts";
import type { PersonDataReader } from "./readers.ts";
import type { Agent } from "./zendesk/shell_token.ts";

/** Asks Agillic with the installation's credential; the time that takes is counted. */
export type AskAgillic = <Value>(
  question: (client: AgillicClient) => Promise<Value>,
) => Promise<Value>;

/** One request of an agent: who acts, for whom, and how they read. */
export type Visitor = {
  readonly requestId: string;
  readonly session: Session;
  readonly agent: Agent;
  readonly preferences: AgentPreferences;
  readonly language: Language;
  /** The language that the page came in. */
  readonly pageLanguage: Language;
  readonly formatter: Formatter;
  readonly readPersonData: PersonDataReader;
  readonly requester: Requester;
  /** The sealed name of the recipient that an earlier answer gave; null for the requester's own address. */
  readonly recipientName: string | null;
  /** What an earlier answer said of delivery, as it came. */
  readonly recipientState: string;
  /** Null while the settings are faulty. */
  readonly ask: AskAgillic | null;
};

/** One request of an agent, with settings that are whole. */
export type Visit = Visitor & { readonly settings: Settings; readonly ask: AskAgillic };
