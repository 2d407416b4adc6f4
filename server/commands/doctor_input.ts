import { listCloseNames } from "../checks/close_names.ts";
import { parseTestRecipient, type TestRecipient } from "../checks/recipient_to_check.ts";
import { SECRET_NAME, SETTING_NAMES, TOKEN_NAME } from "../../contract/settings.ts";
import { parseEnvFile } from "./env_file.ts";
import { parseFlags } from "./flags.ts";

/** The check cannot be made at all; the message is one sentence that holds no value. */
export class DoctorError extends Error {
  override name = "DoctorError";
}

/** What is to be checked. Secrets are in here: never print it. */
export type DoctorInput = {
  env: Record<string, string | undefined>;
  /** Named like the manifest's parameters. */
  settings: Record<string, unknown>;
  testRecipient: TestRecipient;
  json: boolean;
};

/** Where the command reads; `readTextFile` throws when it cannot. */
export type DoctorSources = {
  env: Record<string, string | undefined>;
  readTextFile: (path: string) => string;
};

const USAGE = "deno task doctor [--settings FILE] [--env FILE] [--test-recipient EMAIL] [--json]";
const FLAGS = {
  settings: { type: "string" },
  env: { type: "string" },
  "test-recipient": { type: "string" },
  json: { type: "boolean" },
} as const;
const NAMES = [...SETTING_NAMES, TOKEN_NAME, SECRET_NAME];
// In an export of the settings, and of no interest here.
const OTHER_NAMES = ["title", "installation_id"];

/** Reads flags and files; throws a DoctorError or a FlagError. */
export function readDoctorInput(args: readonly string[], sources: DoctorSources): DoctorInput {
  const flags = parseFlags(args, FLAGS, USAGE);
  const testRecipient = parseTestRecipient(flags["test-recipient"]);
  if (flags["test-recipient"] !== undefined && !testRecipient.ok) {
    throw new DoctorError(
      `Cannot check: --test-recipient is not an e-mail address. Usage: ${USAGE}`,
    );
  }
  const env = flags.env === undefined
    ? sources.env
    : { ...sources.env, ...readEnv(flags.env, sources) };
  return {
    env,
    settings: flags.settings === undefined
      ? settingsOf(env)
      : parseSettingsFile(flags.settings, readFile(flags.settings, sources)),
    testRecipient,
    json: flags.json === true,
  };
}

function readFile(path: string, { readTextFile }: DoctorSources): string {
  try {
    return readTextFile(path);
  } catch (error) {
    const [detail] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new DoctorError(`Cannot check: ${path} could not be read: ${detail}`);
  }
}

function readEnv(path: string, sources: DoctorSources): Record<string, string | undefined> {
  const env = parseEnvFile(readFile(path, sources));
  if (Object.keys(env).length > 0) return env;
  throw new DoctorError(
    `Cannot check: ${path} sets no variable: it has to have lines NAME=value.`,
  );
}

/** The settings among the variables: BASE64_ENCODED_TOKEN and so on. */
function settingsOf(env: Record<string, string | undefined>): Record<string, unknown> {
  const set = NAMES.flatMap((name) => {
    const value = env[name.toUpperCase()];
    return value === undefined ? [] : [[name, value]];
  });
  if (set.length > 0) return Object.fromEntries(set);
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
