import { assertEquals, assertMatch, assertNotEquals, assertStringIncludes } from "@std/assert";
import { parseConfig } from "../config.ts";
import { parseEnvFile } from "./env_file.ts";
import { runKeys } from "./keys.ts";

const OTHERS = {
  PUBLIC_URL: "https://agillic.example.com",
  ZENDESK_SUBDOMAINS: "acme",
  ZENDESK_APP_ID: "1",
  KV_PATH: ":memory:",
};

function run(args: string[], env: Record<string, string> = {}, files: Record<string, string> = {}) {
  const printed: string[] = [];
  const errors: string[] = [];
  const code = runKeys(args, {
    env,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    readTextFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error("No such file");
      return text;
    },
    print: (text) => printed.push(text),
    printError: (line) => errors.push(line),
  });
  const output = printed.join("\n");
  return { code, output, env: { ...parseEnvFile(output) }, errors };
}

Deno.test("deno task keys prints an env file that the server accepts", () => {
  const { code, env, output } = run([]);
  assertEquals(code, 0);
  assertEquals(Object.keys(env), ["SETTINGS_SECRETS", "SESSION_KEYS"]);
  assertMatch(env.SETTINGS_SECRETS ?? "", /^[A-Za-z0-9_-]{43}$/);
  assertMatch(env.SESSION_KEYS ?? "", /^[A-Za-z0-9_-]{43}$/);
  assertEquals(parseConfig({ ...OTHERS, ...env }).sessionKeys[0]?.length, 32);
  assertStringIncludes(output, 'the app\'s setting "Settings Secret"');
});

Deno.test("deno task keys makes other values each time, and two different ones", () => {
  const first = run([]).env;
  const second = run([]).env;
  const values = [...Object.values(first), ...Object.values(second)];
  assertEquals(new Set(values).size, 4);
});

Deno.test("deno task keys --rotate puts new values in front of those of the environment", () => {
  const present = run([]).env;
  const { code, env, output } = run(["--rotate"], { ...present, PORT: "1" });
  assertEquals(code, 0);
  for (const name of ["SETTINGS_SECRETS", "SESSION_KEYS"]) {
    const values = (env[name] ?? "").split(",");
    assertEquals(values.length, 2);
    assertEquals(values[1], present[name]);
    assertNotEquals(values[0], present[name]);
  }
  for (const period of ["15 minutes", "12 hours", "90 days"]) assertStringIncludes(output, period);
  assertStringIncludes(output, "paused until a ticket is solved is not resumed");
  assertEquals(output.includes("nobody notices"), false);
});

Deno.test("deno task keys --rotate --env reads the file, however often it was rotated", () => {
  const first = run([]).output;
  const second = run(["--rotate", "--env", ".env"], {}, { ".env": first }).output;
  const third = run(["--rotate", "--env=.env"], {}, { ".env": second }).env;
  const config = parseConfig({ ...OTHERS, ...third });
  const { settingsSecrets = [] } = config.accounts.get("acme") ?? {};
  assertEquals([settingsSecrets.length, config.sessionKeys.length], [3, 3]);
  assertEquals(settingsSecrets[2], parseEnvFile(first).SETTINGS_SECRETS);
});

Deno.test("deno task keys --rotate reads the files that NAME_FILE names, as the server does", () => {
  const { SETTINGS_SECRETS = "", SESSION_KEYS = "" } = run([]).env;
  const named = { SETTINGS_SECRETS, SESSION_KEYS: "not used", SESSION_KEYS_FILE: "session_keys" };
  const files = { session_keys: `${SESSION_KEYS}\n` };
  const { code, env, output } = run(["--rotate"], named, files);
  assertEquals([code, env.SESSION_KEYS?.split(",").at(-1)], [0, SESSION_KEYS]);
  assertStringIncludes(output, "NAME_FILE");
  const file = `SETTINGS_SECRETS=${SETTINGS_SECRETS}\nSESSION_KEYS_FILE=session_keys`;
  const fromFile = run(["--rotate", "--env", ".env"], {}, { ...files, ".env": file });
  assertEquals(fromFile.env.SESSION_KEYS?.split(",").at(-1), SESSION_KEYS);
});

Deno.test("deno task keys --rotate leaves the secrets in ACCOUNTS to whoever wrote them", () => {
  const { SESSION_KEYS = "", SETTINGS_SECRETS = "" } = run([]).env;
  for (const accounts of [{ ACCOUNTS: "{}" }, { ACCOUNTS_FILE: "accounts.json" }]) {
    const { code, env, output } = run(["--rotate"], { ...accounts, SESSION_KEYS });
    assertEquals([code, Object.keys(env)], [0, ["SESSION_KEYS"]]);
    assertEquals(env.SESSION_KEYS?.split(",")[1], SESSION_KEYS);
    assertStringIncludes(output, "front of the account's settingsSecrets");
    assertEquals(output.includes("update-value SETTINGS_SECRETS"), false);
  }
  const both = run(["--rotate"], { SESSION_KEYS, SETTINGS_SECRETS }).output;
  assertStringIncludes(both, "update-value SETTINGS_SECRETS");
});

Deno.test("deno task keys --help says how it is used, and makes none", () => {
  const { code, output, errors } = run(["--help"]);
  assertEquals([code, errors], [0, []]);
  assertStringIncludes(output, "Usage: deno task keys [--rotate");
  assertEquals(output.includes("SESSION_KEYS="), false);
});

const good = run([]).env;
const REFUSED: Record<string, [string[], Record<string, string>, string]> = {
  "a missing variable": [
    ["--rotate"],
    { SESSION_KEYS: good.SESSION_KEYS ?? "" },
    "SETTINGS_SECRETS is not set",
  ],
  "an empty variable": [["--rotate"], { ...good, SESSION_KEYS: " " }, "SESSION_KEYS is not set"],
  "a secret that env files read differently": [
    ["--rotate"],
    { ...good, SETTINGS_SECRETS: `hush$hush${good.SETTINGS_SECRETS}` },
    "SETTINGS_SECRETS has a character that env files and shells read differently",
  ],
  "two secrets without a comma": [
    ["--rotate"],
    { ...good, SETTINGS_SECRETS: `${good.SETTINGS_SECRETS}\nhush` },
    "SETTINGS_SECRETS has a line break or another control character in a value",
  ],
  "a secret that is too short": [
    ["--rotate"],
    { ...good, SETTINGS_SECRETS: "hush-hush" },
    "shorter than 32 characters",
  ],
  "a key of another length": [
    ["--rotate"],
    { ...good, SESSION_KEYS: "hush-hush" },
    "not 32 bytes in base64url",
  ],
  "as many keys as the server takes": [
    ["--rotate"],
    { ...good, SESSION_KEYS: Array(5).fill(good.SESSION_KEYS).join() },
    "SESSION_KEYS lists 5 keys, and the server takes 5: take out the oldest first.",
  ],
  "a missing file": [["--rotate", "--env", "none.env"], {}, "none.env could not be read: No such"],
  "a variable's file that is missing": [
    ["--rotate"],
    { ...good, SESSION_KEYS_FILE: "hush/none" },
    "Cannot rotate: SESSION_KEYS_FILE names a file that cannot be read.",
  ],
  "an env file whose first variable is lost": [
    ["--rotate", "--env", "marked.env"],
    {},
    "marked.env could not be read: it begins with a byte order mark",
  ],
  "a file without --rotate": [["--env", ".env"], {}, "--env is for --rotate only. Usage"],
  "an unknown flag": [["--rotates"], {}, "there is no flag --rotates. Usage"],
};

for (const [what, [args, env, message]] of Object.entries(REFUSED)) {
  Deno.test(`deno task keys refuses ${what} in one line that repeats no value`, () => {
    const { code, output, errors } = run(args, env, {
      "marked.env": "\uFEFFSETTINGS_SECRETS=hush",
    });
    assertEquals([code, output, errors.length], [1, "", 1]);
    assertStringIncludes(errors[0] ?? "", message);
    assertEquals(/\n|hush/.test(errors[0] ?? ""), false);
  });
}
