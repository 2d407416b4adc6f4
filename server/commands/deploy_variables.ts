import { z } from "zod";
import denoJson from "../../deno.json" with { type: "json" };
import { ConfigError, parseConfig } from "../config.ts";
import { type Outcome, reasonOf, type Run } from "./deploy_run.ts";
import type { Target } from "./deploy_target.ts";

/** The variables of the target; `publicUrl` is null when it is not readable. */
export type VariablesOutcome = Outcome & { publicUrl: string | null; usesPostgres: boolean };

const variables = z.array(z.object({
  key: z.string(),
  value: z.string().nullish(),
  isSecret: z.boolean(),
  contexts: z.array(z.string()).nullish(),
}));
type Variable = z.infer<typeof variables>[number];

// Valid stand-ins for values that the platform does not show.
const HIDDEN: Record<string, string> = {
  PUBLIC_URL: "https://hidden.example",
  ZENDESK_SUBDOMAINS: "hidden",
  ZENDESK_APP_ID: "0",
  SETTINGS_SECRETS: "-".repeat(32),
  SESSION_KEYS: "A".repeat(43),
  WEBHOOK_SECRETS: "-".repeat(32),
  AGILLIC_TOKEN: btoa("hidden:hidden"),
  DATABASE_URL: "postgres://hidden.example",
  ACCOUNTS: JSON.stringify({ hidden: { appId: "0", settingsSecrets: ["-".repeat(32)] } }),
};
const MADE_BY_KEYS = ["SETTINGS_SECRETS", "SESSION_KEYS"];
const SECRET = [
  ...[...MADE_BY_KEYS, "WEBHOOK_SECRETS", "AGILLIC_TOKEN"],
  ...["ACCOUNTS", "METRICS_TOKEN", "DATABASE_URL"],
];
const UNWANTED: Record<string, string> = {
  ZENDESK_ORIGIN: "it is for development only",
  KV_PATH: "the platform has its own database",
};
const SET_BY_PLATFORM = { DENO_DEPLOY: "1" };
const NOTHING_KNOWN = { publicUrl: null, usesPostgres: false };
const EXIT_AUTH = 3;
const EXIT_NOT_FOUND = 4;

/** Whether every variable that the server needs is set on the target and usable; repeats no value of a secret. */
export async function checkVariables(
  run: Run,
  target: Target,
  emptyFolder: string,
): Promise<VariablesOutcome> {
  const where = ["--org", target.org, "--app", target.app];
  // In an empty folder: the tool writes org and app into the deno.json that it finds.
  const result = await run(
    ["deno", "deploy", "env", "list", "--json", "--non-interactive", ...where],
    { folder: emptyFolder, trusted: true },
  );
  if (result.code !== 0) {
    return { ...notListed(result.code, reasonOf(result), target), ...NOTHING_KNOWN };
  }
  const parsed = parseVariables(result.stdout);
  if (parsed === null) {
    const message = "the variables could not be checked: deno deploy listed them in an unknown way";
    return { state: "unknown", message, ...NOTHING_KNOWN };
  }
  const inProduction = parsed.filter(({ contexts }) =>
    !contexts || contexts.some((context) => context.toLowerCase() === "production")
  );
  const publicUrl = inProduction.find(({ key }) => key === "PUBLIC_URL")?.value ?? null;
  const usesPostgres = inProduction.some(({ key }) => key === "DATABASE_URL");
  return { ...judge(inProduction, where), publicUrl, usesPostgres };
}

function parseVariables(json: string): Variable[] | null {
  try {
    return variables.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

function judge(present: readonly Variable[], where: readonly string[]): Outcome {
  const faults = [...serverFaults(present), ...readableSecrets(present), ...unwanted(present)];
  if (faults.length === 0) return { state: "done", message: "every variable is set on the target" };
  const names = new Set(faults.map((fault) => /^\w*/.exec(fault)?.[0] ?? ""));
  return {
    state: "failed",
    message: `the variables of the target are not complete: ${faults.join(" ")}`,
    next: [...new Set([...names].flatMap((name) => commandsFor(name, present, where)))],
  };
}

/** The server's own opinion of these variables, so that the two never disagree. */
function serverFaults(present: readonly Variable[]): readonly string[] {
  const env = Object.fromEntries(
    present.map(({ key, value }) => [key, value ?? HIDDEN[key]]),
  );
  if (env.ZENDESK_APP_ID === undefined && isHidden(present, "ZENDESK_APP_PUBLIC_KEY")) {
    env.ZENDESK_APP_ID = HIDDEN.ZENDESK_APP_ID;
  }
  try {
    parseConfig({ ...env, ...SET_BY_PLATFORM });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

function isHidden(present: readonly Variable[], name: string): boolean {
  return present.some(({ key, value }) => key === name && (value ?? null) === null);
}

function readableSecrets(present: readonly Variable[]): string[] {
  return present.filter(({ key, isSecret }) => SECRET.includes(key) && !isSecret)
    .map(({ key }) => `${key} is stored readable: store it as a secret.`);
}

function unwanted(present: readonly Variable[]): string[] {
  return present.filter(({ key }) => key in UNWANTED)
    .map(({ key }) => `${key} is set: remove it, ${UNWANTED[key]}.`);
}

function commandsFor(
  name: string,
  present: readonly Variable[],
  where: readonly string[],
): string[] {
  const command = (...words: string[]) => ["deno deploy env", ...words, ...where].join(" ");
  const isPresent = present.some(({ key }) => key === name);
  const isSecret = SECRET.includes(name);
  const remove = isPresent && (isSecret || name in UNWANTED) ? [command("delete", name)] : [];
  if (name in UNWANTED) return remove;
  if (isSecret) {
    const keys = isPresent ? "deno task keys --rotate --env FILE" : "deno task keys";
    return [
      ...(MADE_BY_KEYS.includes(name) ? [`${keys} > keys.env && . ./keys.env`] : []),
      ...remove,
      command("add", "--secret", name, `"$${name}"`),
    ];
  }
  return [command(isPresent ? "update-value" : "add", name, "VALUE")];
}

function notListed(code: number, reason: string, { org, app }: Target): Outcome {
  if (code === EXIT_AUTH) {
    return {
      state: "failed",
      message: `DENO_DEPLOY_TOKEN is not accepted: ${reason}`,
      next: ["Make a new token at https://console.deno.com/account/tokens"],
    };
  }
  if (code === EXIT_NOT_FOUND) {
    return {
      state: "failed",
      message: `there is no app ${app} in the organization ${org}: ${reason}`,
      next: [
        `deno deploy create --org ${org} --app ${app} --source local --runtime-mode dynamic --entrypoint server/main.ts --install-command "${denoJson.deploy.install}" --build-command "${denoJson.deploy.build}" --build-timeout 5 --build-memory-limit 1024 --region eu`,
        "Its first revision cannot start yet: set the variables, then deploy again.",
      ],
    };
  }
  return { state: "unknown", message: `the variables could not be checked: ${reason}` };
}
