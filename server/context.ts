import type { Context } from "hono";
import type { Language } from "../views/words/copy.ts";
import type { Formatter } from "../views/format.ts";
import type { PartId } from "../contract/parts.ts";
import type { PersonDataReader } from "../views/person_data.ts";
import type { Kv } from "./actions/kv.ts";
import type { Agillic } from "./agillic/client.ts";
import type { AnswerHeaders } from "./answer.ts";
import type { Clock } from "./checks/clock.ts";
import type { Config } from "./config.ts";
import type { ReadersOf } from "./readers.ts";
import type { Sealing } from "./sealing.ts";
import type { PublicKeySource } from "./zendesk/public_key.ts";
import type { AgentPreferences, Requester } from "./installation/requester.ts";
import type { Session, Sessions } from "./installation/session.ts";
import type { Settings } from "./installation/settings.ts";
import type { Agent } from "./zendesk/shell_token.ts";

/** One line of the log; never a name, an address, a token or a body. */
export type LogEntry = Record<string, string | number | boolean | null | undefined>;

/** The shell's built files: the page links to the paths, `find` answers the bytes. */
export type Assets = {
  scriptPath: string;
  stylePath: string;
  /** Address of Zendesk's own build of the SDK; null when ours has it inside. */
  sdkUrl: string | null;
  /** Null for a name that was not built; `encoding` is empty for the plain file. */
  find(name: string, encoding: "" | "br" | "gz"): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** What routes work with; made once an app. */
export type Services = {
  config: Config;
  assets: Assets;
  sealing: Sealing;
  sessions: Sessions;
  publicKey: PublicKeySource;
  agillic: Agillic;
  /** What Agillic's answers say about the time. */
  agillicClock: Clock;
  readersOf: ReadersOf;
  /** Null when the store can not be used. */
  kv: Kv | null;
  now: () => number;
  /** An unguessable text. */
  randomId: () => string;
  delay: (ms: number) => Promise<void>;
  log: (entry: LogEntry) => void;
};

/** What middleware leaves for routes. */
export type Variables = {
  requestId: string;
  /** When the request came, by `performance.now()`. */
  startedAt: number;
  /** What the answer will say in its headers. */
  headers: AnswerHeaders;
  /** For the log: why the request was answered as it was. */
  reason: string;
  language: Language;
  /** The part that a problem of this request belongs to; null where it is a page or JSON. */
  part: PartId | null;
  /** Whole, or with what is wrong with its settings. */
  session: Session;
  agent: Agent;
  settings: Settings;
  requester: Requester;
  preferences: AgentPreferences;
  formatter: Formatter;
  /** For another reader than the agent, in the agent's time zone. */
  formatterFor: (locale: string) => Formatter;
  readPersonData: PersonDataReader;
  /** ms spent waiting for Agillic. */
  agillicMs: number;
};

/** Hono's generic for this app. */
export type AppEnv = { Variables: Variables };
/** The context of a request. */
export type AppContext = Context<AppEnv>;

/** Waits for Agillic, and counts how long, for Server-Timing. */
export async function waitForAgillic<Value>(c: AppContext, answer: Promise<Value>): Promise<Value> {
  const startedAt = performance.now();
  try {
    return await answer;
  } finally {
    c.set("agillicMs", c.get("agillicMs") + performance.now() - startedAt);
  }
}
