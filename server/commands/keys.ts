import type { Environment } from "../config.ts";
import { parseEnvFile } from "./env_file.ts";
import { asksForHelp, FlagError, parseFlags } from "./flags.ts";
import {
  createKeys,
  KeyError,
  type KeyLists,
  parseKeyLists,
  type RandomBytes,
  rotateKeys,
} from "./key_rotation.ts";

/** What the command reads and where it writes; `readTextFile` throws when it cannot. */
export type KeysCommandOptions = {
  env: Environment;
  random: RandomBytes;
  readTextFile: (path: string) => string;
  print: (text: string) => void;
  printError: (line: string) => void;
};

const USAGE = "deno task keys [--rotate [--env FILE]]";
const HELP = `Usage: ${USAGE}

Prints SETTINGS_SECRETS and SESSION_KEYS as the lines of an env file, and what to do with them.

  --rotate     puts new ones in front of those of the environment
  --env FILE   reads the present ones from a file instead

Exit codes: 0 they are printed, 1 they are not.`;
const FLAGS = { rotate: { type: "boolean" }, env: { type: "string" } } as const;

/** `deno task keys`: prints values for the environment, as the lines of an env file; answers the exit code. */
export function runKeys(args: readonly string[], options: KeysCommandOptions): number {
  if (asksForHelp(args)) {
    options.print(HELP);
    return 0;
  }
  try {
    const { rotate, env } = parseFlags(args, FLAGS, USAGE);
    if (rotate !== true) {
      if (env !== undefined) throw new FlagError(`--env is for --rotate only. Usage: ${USAGE}`);
      options.print(firstText(createKeys(options.random)));
      return 0;
    }
    const present = parseKeyLists(
      env === undefined ? options.env : readEnv(env, options),
      options.readTextFile,
    );
    options.print(rotatedText(rotateKeys(present, options.random)));
    return 0;
  } catch (error) {
    if (!(error instanceof KeyError || error instanceof FlagError)) throw error;
    options.printError(error.message);
    return 1;
  }
}

function readEnv(path: string, { readTextFile }: KeysCommandOptions) {
  try {
    return parseEnvFile(readTextFile(path));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new KeyError(`Cannot rotate: ${path} could not be read: ${detail}`);
  }
}

function lines({ settingsSecrets, sessionKeys }: KeyLists): string {
  const keys = `SESSION_KEYS=${sessionKeys.join(",")}`;
  return settingsSecrets.length === 0
    ? keys
    : `SETTINGS_SECRETS=${settingsSecrets.join(",")}\n${keys}`;
}

function firstText(keys: KeyLists): string {
  return `# Secrets of the Agillic sidebar: keep this out of version control.
#
# SETTINGS_SECRETS: set it on the server, and give the same value to the Zendesk administrator for
# the app's setting "Settings Secret". It signs the settings of the installation.
# SESSION_KEYS: set it on the server only. It seals sessions, actions and what is kept about them.
#
# On Deno Deploy, with this text in FILE ("deno deploy env load" would store it readable):
#   . ./FILE
#   deno deploy env add --secret SETTINGS_SECRETS "$SETTINGS_SECRETS"
#   deno deploy env add --secret SESSION_KEYS "$SESSION_KEYS"
# Later: deno task keys --rotate --env FILE
${lines(keys)}`;
}

const ROTATE_SECRETS = {
  head: "# You may rotate one of the two: leave the other line out.",
  update: `#      deno deploy env update-value SETTINGS_SECRETS "$SETTINGS_SECRETS"\n`,
  step:
    `SETTINGS_SECRETS: put its first value into the setting "Settings Secret" of every installation
#    in Zendesk. When the last one is changed, take the old values out 15 minutes later: that is how
#    long a session lasts. An installation that still has an old one is refused then.`,
};

const ROTATE_ACCOUNTS = {
  head: "# The settings secrets in ACCOUNTS are not in here.",
  update: "",
  step:
    `ACCOUNTS: for a new settings secret, put what "deno task keys" prints as SETTINGS_SECRETS in
#    front of the account's settingsSecrets, and into the setting "Settings Secret" of each of its
#    installations. 15 minutes after the last one take the old secret out.`,
};

function rotatedText(keys: KeyLists): string {
  const { head, update, step } = keys.settingsSecrets.length === 0
    ? ROTATE_ACCOUNTS
    : ROTATE_SECRETS;
  return `# New secrets of the Agillic sidebar in front, the present ones behind: both work meanwhile.
${head}
#
# 1. Set what is below on the server. On Deno Deploy, with this text in FILE:
#      . ./FILE
${update}#      deno deploy env update-value SESSION_KEYS "$SESSION_KEYS"
#    Where the server has a variable NAME_FILE, write the value into the file that it names.
# 2. ${step}
# 3. SESSION_KEYS: nothing else to do. Take the old values out
#    - after 15 minutes: open sessions end, and renew themselves where the pass still opens;
#    - after 12 hours: agent passes have ended too, and agents notice nothing but that "last
#      triggered", the cool-down and the activity forget what old keys made;
#    - after 90 days: nothing is lost. Wait for this unless a key was disclosed: then take it out at
#      once, agents reload their tickets.
#    Whoever is paused until a ticket is solved is not resumed once the key that was in front at
#    that time is out: resume them in Agillic.
${lines(keys)}`;
}

if (import.meta.main) {
  Deno.exit(runKeys(Deno.args, {
    env: Deno.env.toObject(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    readTextFile: Deno.readTextFileSync,
    print: console.log,
    printError: console.error,
  }));
}
