import { listCloseNames } from "../checks/close_names.ts";
import { parseTestRecipient, type TestRecipient } from "../checks/recipient_to_check.ts";
import { SECRET_NAME, SETTING_NAMES, TOKEN_NAME } from "../../contract/settings.ts";
import { type Environment, readVariable } from "../config.ts";
import { SERVER_NAMES } from "./doctor_environment.ts";
import { listWithDollar, parseEnvFile } from "./env_file.ts";
import { parseFlags } from "./flags.ts";

/** The check cannot be made at all; the message is one sentence that holds no value. */
export class DoctorError extends Error {
  override name = "DoctorError";
}

/** What is to be checked. Secrets are in here: never print it. */
export type DoctorInput = {
  env: Environment;
  /** Variables of the server whose value in the env file has a `$`. */
  withDollar: readonly string[];
  /** Named like the manifest's parameters; empty where an account is named whose settings the server has. */
  settings: Record<string, unknown>;
  testRecipient: TestRecipient;
  /** The account to check; null for the one whose secret signs the settings. */
  account: string | null;
  json: boolean;
};

/** Where the command reads; `readTextFile` throws when it cannot. */
export type DoctorSources = {
  env: Environment;
  readTextFile: (path: string) => string;
};

const USAGE =
  "deno task doctor [--settings FILE] [--env FILE] [--account NAME] [--test-recipient EMAIL] [--json]";
/** What `--help` prints. */
export const DOCTOR_HELP = `Usage: ${USAGE}

Checks settings, the server's variables, Agillic and Zendesk, and changes nothing.

  --settings FILE          the app's settings as JSON (else from variables such as EVENT_1_NAME)
  --env FILE               the server's variables (else those of this shell)
  --account NAME           the only account to check; its own settings win over the given ones, and
                           do for a check without any (else the account whose secret signs the
                           settings, or the first, and the app and limits of all)
  --test-recipient EMAIL   a recipient who is in Agillic: events are looked up on it
  --json                   prints the same for programs

Exit codes: 0 nothing is red, 1 something is, 2 it could not check at all, 3 nothing is red but
Agillic or Zendesk could not be reached.`;
const FLAGS = {
  settings: { type: "string" },
  env: { type: "string" },
  account: { type: "string" },
  "test-recipient": { type: "string" },
  json: { type: "boolean" },
} as const;
const NAMES = [...SETTING_NAMES, TOKEN_NAME, SECRET_NAME];
// In an export of the settings, and of no interest here.
const OTHER_NAMES = ["title", "installation_id"];

/** The secret that signs these settings; "" where it is not known. */
export function secretOf({ settings }: DoctorInput): string {
  return String(settings[SECRET_NAME] ?? "");
}

/** Reads flags and files; throws a DoctorError or a FlagError. */
export function readDoctorInput(args: readonly string[], sources: DoctorSources): DoctorInput {
  const flags = parseFlags(args, FLAGS, USAGE);
  const testRecipient = parseTestRecipient(flags["test-recipient"]);
  if (flags["test-recipient"] !== undefined && !testRecipient.ok) {
    throw new DoctorError(
      `Cannot check: --test-recipient is not an e-mail address. Usage: ${USAGE}`,
    );
  }
  const { variables, withDollar } = flags.env === undefined
    ? { variables: {}, withDollar: [] }
    : readEnv(flags.env, sources);
  const env = withFiles({ ...sources.env, ...variables }, sources);
  const account = flags.account ?? null;
  return {
    env,
    withDollar,
    settings: flags.settings === undefined
      ? settingsOf(env, account)
      : parseSettingsFile(flags.settings, readFile(flags.settings, sources, String)),
    testRecipient,
    account,
    json: flags.json === true,
  };
}

function readFile<Value>(
  path: string,
  { readTextFile }: DoctorSources,
  parse: (text: string) => Value,
): Value {
  try {
    return parse(readTextFile(path));
  } catch (error) {
    const [detail] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new DoctorError(`Cannot check: ${path} could not be read: ${detail}`);
  }
}

function readEnv(path: string, sources: DoctorSources) {
  const read = readFile(path, sources, (text) => ({
    variables: parseEnvFile(text),
    withDollar: listWithDollar(text).filter(isOfServer),
  }));
  if (Object.keys(read.variables).length > 0) return read;
  throw new DoctorError(
    `Cannot check: ${path} sets no variable: it has to have lines NAME=value.`,
  );
}

function isOfServer(name: string): boolean {
  return SERVER_NAMES.includes(name.replace(/_FILE$/, ""));
}

/** `NAME_FILE` names a file that holds the value of `NAME`, as for the server. */
function withFiles(env: Environment, { readTextFile }: DoctorSources): Environment {
  const faults: string[] = [];
  const values = SERVER_NAMES.filter((name) => env[`${name}_FILE`]?.trim())
    .map((name) => [name, readVariable(env, name, { readTextFile, faults })] as const);
  if (faults.length > 0) throw new DoctorError(`Cannot check: ${faults[0]}`);
  return { ...env, ...Object.fromEntries(values) };
}

/** The settings among the variables: BASE64_ENCODED_TOKEN and so on. */
function settingsOf(
  env: Environment,
  account: string | null,
): Record<string, unknown> {
  const set = NAMES.flatMap((name) => {
    const value = env[name.toUpperCase()];
    return value === undefined ? [] : [[name, value]];
  });
  if (set.length > 0 || account !== null) return Object.fromEntries(set);
  throw new DoctorError(
    `Cannot check: there are no settings: name a file with --settings, or set BASE64_ENCODED_TOKEN and the others as variables. Usage: ${USAGE}`,
  );
}

function parseSettingsFile(path: string, text: string): Record<string, unknown> {
  const settings = parseJson(path, text);
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) {
    throw new DoctorError(
      `Cannot check: ${path} is not a JSON object: it has to be {"base64_encoded_token": "…", …}.`,
    );
  }
  const unknown = Object.keys(settings).find((name) =>
    !NAMES.includes(name) && !OTHER_NAMES.includes(name)
  );
  if (unknown === undefined) return { ...settings };
  const [close] = listCloseNames(unknown, NAMES);
  throw new DoctorError(
    `Cannot check: ${path} has “${unknown}”, which is no setting of the app${
      close ? `: did you mean ${close}?` : "."
    }`,
  );
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message quotes the text, which may be a secret: only the place is repeated.
    const place = /\(line \d+ column \d+\)/.exec(error instanceof Error ? error.message : "")?.[0];
    throw new DoctorError(`Cannot check: ${path} is not JSON${place ? ` ${place}` : ""}.`);
  }
}
