import { z } from "zod";

/** Where to deploy to, and with which tool. */
export type Target = { tool: "deno" | "deployctl"; org: string; app: string };

/** A deployment that cannot begin; the message is what to print. */
export class DeployError extends Error {
  override name = "DeployError";
}

/** What the command line says; deployctl calls the app a project. */
export type TargetFlags = {
  tool: string | undefined;
  org: string | undefined;
  app: string | undefined;
};

const deployBlock = z.object({
  deploy: z.object({
    org: z.string().optional(),
    app: z.string().optional(),
    project: z.string().optional(),
  }).default({}),
});

/** What is missing when findTarget finds none. */
export const TARGET_MISSING =
  'no app is named: pass --org and --app, set DENO_DEPLOY_ORG and DENO_DEPLOY_APP, or write "org" and "app" into "deploy" of deno.json';

/** The target from the flags, the environment or deno.json, in this order; null when none names it whole. */
export function findTarget(
  flags: TargetFlags,
  env: Record<string, string | undefined>,
  denoJson: string,
): Target | null {
  const { deploy } = deployBlock.parse(JSON.parse(denoJson));
  const tool = parseTool(flags.tool);
  const org = flags.org || env.DENO_DEPLOY_ORG || deploy.org || "";
  const fromFile = tool === "deployctl" ? deploy.project ?? deploy.app : deploy.app;
  const app = flags.app || env.DENO_DEPLOY_APP || fromFile || "";
  return app === "" || (org === "" && tool === "deno") ? null : { tool, org, app };
}

/** The tool that --tool names. */
export function parseTool(tool: string | undefined): Target["tool"] {
  if (tool === undefined || tool === "deno") return "deno";
  if (tool === "deployctl") return "deployctl";
  throw new DeployError(`Cannot deploy: --tool is "${tool}": name deno or deployctl`);
}
