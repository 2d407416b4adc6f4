import { base64url } from "jose";
import { type Environment, type ReadTextFile, readVariable } from "../config.ts";
import {
  Fault,
  MAX_KEYS,
  type Reader,
  readKeys,
  readList,
  readSecrets,
} from "../config_readers.ts";
import { isAnySet } from "./doctor_environment.ts";

/** Values of the two variables that hold secrets, newest first; no settings secrets where they are in ACCOUNTS. */
export type KeyLists = { settingsSecrets: readonly string[]; sessionKeys: readonly string[] };

/** A source of random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** The present values cannot be rotated; the message says why and what to do. */
export class KeyError extends Error {
  override name = "KeyError";
}

const KEY_BYTES = 32;
// What is the same in every env file and shell, without quotation marks.
const PLAIN = /^[\w.~+/=:@%-]+$/;

/** One new secret and one new key: 32 random bytes each, in base64url. */
export function createKeys(random: RandomBytes): KeyLists {
  const make = () => base64url.encode(random(KEY_BYTES));
  return { settingsSecrets: [make()], sessionKeys: [make()] };
}

/** New values in front of the present ones, which go on working until they are taken out. */
export function rotateKeys(present: KeyLists, random: RandomBytes): KeyLists {
  const made = createKeys(random);
  return {
    settingsSecrets: present.settingsSecrets.length === 0
      ? []
      : [...made.settingsSecrets, ...present.settingsSecrets],
    sessionKeys: [...made.sessionKeys, ...present.sessionKeys],
  };
}

/** Reads the two variables; throws a KeyError, which repeats no value, when one is missing or unusable. */
export function parseKeyLists(env: Environment, readTextFile: ReadTextFile): KeyLists {
  const settingsSecrets = isAnySet(env, ["ACCOUNTS", "ACCOUNTS_FILE"])
    ? []
    : list(env, "SETTINGS_SECRETS", { read: readSecrets, readTextFile });
  const sessionKeys = list(env, "SESSION_KEYS", { read: readKeys, readTextFile });
  if (sessionKeys.length >= MAX_KEYS) {
    throw new KeyError(
      `Cannot rotate: SESSION_KEYS lists ${sessionKeys.length} keys, and the server takes ${MAX_KEYS}: take out the oldest first.`,
    );
  }
  return { settingsSecrets, sessionKeys };
}

function list(
  env: Environment,
  name: string,
  { read, readTextFile }: { read: Reader<unknown>; readTextFile: ReadTextFile },
): string[] {
  const faults: string[] = [];
  const text = readVariable(env, name, { readTextFile, faults });
  if (faults.length > 0) throw new KeyError(`Cannot rotate: ${faults[0]}`);
  if (text === undefined) {
    throw new KeyError(
      `Cannot rotate: ${name} is not set: name a file with --env, or leave out --rotate for first values.`,
    );
  }
  try {
    read(text);
    const values = readList(text);
    if (values.every((value) => PLAIN.test(value))) return values;
    throw new Fault(
      "has a character that env files and shells read differently, such as $: make a new value with deno task keys, and put it in front yourself",
    );
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new KeyError(`Cannot rotate: ${name} ${error.message}.`);
  }
}
