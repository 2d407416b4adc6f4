import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { open } from "./clinic.ts";

/** What is given, and the sentence; files of `write` stand in `{folder}`. */
type Refusal = { args: string[]; env?: Record<string, string>; said: string };

const FILES = {
  "broken.json": `{"base64_encoded_token": hush}`,
  "list.json": "[]",
  "typo.json": `{"event_1_nam": "hush"}`,
  "settings.json": JSON.stringify(DEFAULT_SETTINGS),
  "empty.env": "hush",
  "marked.env": "\uFEFFALLOWED_EVENTS=hush\nKV_PATH=:memory:",
};

const REFUSALS: Record<string, Refusal> = {
  "an unknown flag": {
    args: ["--setings", "x"],
    said: "Cannot read the flags: there is no flag --setings. Usage: deno task doctor",
  },
  "a flag without its value": { args: ["--settings"], said: "at --settings. Usage" },
  "no settings at all": { args: [], said: "there are no settings: name a file with --settings" },
  "a missing file": {
    args: ["--settings", "{folder}/none.json"],
    said: "none.json could not be read: No such file",
  },
  "a folder instead of a file": { args: ["--env", "{folder}"], said: "could not be read: " },
  "settings that are no JSON": {
    args: ["--settings", "{folder}/broken.json"],
    said: "broken.json is not JSON",
  },
  "settings that are no object": {
    args: ["--settings", "{folder}/list.json"],
    said: "list.json is not a JSON object",
  },
  "a setting that the app does not have": {
    args: ["--settings", "{folder}/typo.json"],
    said: "has “event_1_nam”, which is no setting of the app: did you mean event_1_name?",
  },
  "an account without the server's variables": {
    args: ["--settings", "{folder}/settings.json", "--account", "acme"],
    env: { ZENDESK_SUBDOMAINS: "hush hush" },
    said: "--account needs the server’s variables, without a fault",
  },
  "an account that is not served": {
    args: ["--settings", "{folder}/settings.json", "--account", "globex"],
    said: "--account names an account that is not served: there are acme.",
  },
  "a variable's file that is not there": {
    args: ["--settings", "{folder}/settings.json"],
    env: { SESSION_KEYS_FILE: "hush/none" },
    said: "SESSION_KEYS_FILE names a file that cannot be read.",
  },
  "an env file without variables": {
    args: ["--env", "{folder}/empty.env"],
    said: "empty.env sets no variable: it has to have lines NAME=value.",
  },
  "an env file whose first variable is lost": {
    args: ["--env", "{folder}/marked.env"],
    said:
      "marked.env could not be read: it begins with a byte order mark: save it as UTF-8 without",
  },
  "a test recipient that is no address": {
    args: ["--settings", "{folder}/settings.json", "--test-recipient", "hush"],
    said: "--test-recipient is not an e-mail address",
  },
  "an encryption that Postgres does not have": {
    args: ["--settings", "{folder}/settings.json"],
    env: { KV_PATH: "", DATABASE_URL: "postgres://user:hush@127.0.0.1:1/none", PGSSLMODE: "hush" },
    said: "PGSSLMODE is not one of disable, allow,",
  },
  "an Agillic that is no https origin": {
    args: ["--settings", "{folder}/settings.json"],
    env: { AGILLIC_BASE_URL: "http://agillic.example/hush" },
    said: "AGILLIC_BASE_URL is not an https origin (http is for loopback).",
  },
};

for (const [what, { args, env, said }] of Object.entries(REFUSALS)) {
  Deno.test(`deno task doctor refuses ${what} in one sentence`, async () => {
    await using clinic = await open(env);
    for (const [name, text] of Object.entries(FILES)) await clinic.write(name, text);
    const { code, output, error } = await clinic.run(
      ...args.map((arg) => arg.replace("{folder}", clinic.folder)),
    );
    assertEquals([code, output], [2, ""]);
    assertStringIncludes(error, said);
    assertEquals(error.trimEnd().split("\n").length, 1, error);
    assertFalse(error.includes("hush"));
    assertEquals(clinic.simulator.calls.length, 0);
  });
}
