/** A stand-in for the tools of a deployment and the platform behind them, for the tests. */
import type { RunResult } from "./deploy_run.ts";
import { runDeploy } from "./deploy_steps.ts";

/** A variable as `deno deploy env list --json` shows it. */
export type ListedVariable = {
  id: string;
  key: string;
  value: string | null;
  isSecret: boolean;
  contexts: string[] | null;
};

/** What the platform and this machine are like; anything left out is as it should be. */
export type World = {
  args?: string[];
  env?: Record<string, string>;
  denoJson?: string;
  variables?: ListedVariable[];
  databases?: unknown;
  /** Programs that answer otherwise, by the beginning of their command line. */
  answers?: Record<string, Partial<RunResult>>;
  /** Answers of /readyz/actions, one a request; the last stays. */
  ready?: (Response | Error)[];
};

/** What a deployment did and said. */
export type Deployment = {
  code: number;
  printed: string;
  error: string;
  commands: string[];
  folders: Record<string, string | undefined>;
  /** Those that had the secrets. */
  trusted: string[];
  asked: string[];
  denoJson: string;
};

/** A plain variable, readable. */
export function plain(
  key: string,
  value: string,
  contexts: string[] | null = null,
): ListedVariable {
  return { id: key, key, value, isSecret: false, contexts };
}

/** A secret, whose value the platform does not show. */
export function secret(key: string): ListedVariable {
  return { id: key, key, value: null, isSecret: true, contexts: null };
}

/** The variables of an app that can be deployed. */
export const VARIABLES: ListedVariable[] = [
  plain("PUBLIC_URL", "https://agillic.example.com"),
  plain("ZENDESK_SUBDOMAINS", "acme"),
  plain("ZENDESK_APP_ID", "123"),
  secret("SETTINGS_SECRETS"),
  secret("SESSION_KEYS"),
];

const DENO_JSON = '{ "deploy": { "org": "acme-org", "app": "agillic" } }\n';
const DEPLOYED = {
  org: "acme-org",
  app: "agillic",
  revisionId: "rev_2",
  url: "https://console.deno.com/acme-org/agillic/builds/rev_2",
  status: "ready",
  productionUrl: "https://agillic.acme-org.deno.net",
  timelines: [{ partition: "Production", domains: ["https://agillic.acme-org.deno.net"] }],
};

/** Runs the command in this world. */
export async function deployIn(world: World = {}): Promise<Deployment> {
  const said: Deployment = {
    code: 0,
    printed: "",
    error: "",
    commands: [],
    folders: {},
    trusted: [],
    asked: [],
    denoJson: world.denoJson ?? DENO_JSON,
  };
  const ready = [...world.ready ?? [Response.json({ ready: true, unusable: [] })]];
  let clock = 0;
  said.code = await runDeploy(world.args ?? [], {
    env: world.env ?? { DENO_DEPLOY_TOKEN: "ddp_test" },
    denoJson: {
      read: () => Promise.resolve(said.denoJson),
      write: (text) => {
        said.denoJson = text;
        return Promise.resolve();
      },
    },
    emptyFolder: "/empty",
    run: (command, { folder, trusted } = {}) => {
      const line = command.join(" ");
      said.commands.push(line);
      said.folders[line] = folder;
      if (trusted) said.trusted.push(line);
      return Promise.resolve({ code: 0, stdout: "", stderr: "", ...answer(line, folder) });
    },
    fetch: (url) => {
      said.asked.push(url);
      const next = ready.length > 1 ? ready.shift() : ready[0];
      return next instanceof Error
        ? Promise.reject(next)
        : Promise.resolve((next ?? Response.error()).clone());
    },
    elapsed: () => clock,
    delay: (ms) => {
      clock += ms;
      return Promise.resolve();
    },
    print: (line) => said.printed += `${line}\n`,
    printError: (line) => said.error += `${line}\n`,
  });
  return said;

  function answer(line: string, folder: string | undefined): Partial<RunResult> {
    for (const [start, result] of Object.entries(world.answers ?? {})) {
      if (line.startsWith(start)) return result;
    }
    // As the real tool: the target goes into the deno.json of the folder that it runs in.
    const isInTree = line.startsWith("deno deploy") && folder === undefined;
    if (isInTree) said.denoJson = '{ "deploy": { "org": "other", "app": "other" } }\n';
    if (line.startsWith("deno deploy env list")) {
      return { stdout: JSON.stringify(world.variables ?? VARIABLES) };
    }
    if (line.startsWith("deno deploy database list")) {
      const own = { name: "agillic-kv", engine: "denokv", assignments: ["agillic"] };
      return { stdout: JSON.stringify(world.databases ?? [own]) };
    }
    if (line.startsWith("deno deploy --prod")) return { stdout: JSON.stringify(DEPLOYED) };
    return {};
  }
}
