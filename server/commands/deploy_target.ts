import { z } from "zod";
import type { Environment } from "../config.ts";

/** Where to deploy to. */
export type Target = { org: string; app: string };

/** A deployment that cannot begin; the message is what to print. */
export class DeployError extends Error {
  override name = "DeployError";
}

/** What the command line says. */
export type TargetFlags = { org?: string | undefined; app?: string | undefined };

const deployBlock = z.object({
  deploy: z.object({ org: z.string().optional(), app: z.string().optional() }).default({}),
});

/** What is missing when findTarget finds none. */
export const TARGET_MISSING =
  'no app is named: pass --org and --app, set DENO_DEPLOY_ORG and DENO_DEPLOY_APP, or write "org" and "app" into "deploy" of deno.json';

/** The target from the flags, the environment or deno.json, in this order; null when none names it whole. */
export function findTarget(
  flags: TargetFlags,
  env: Environment,
  denoJson: string,
): Target | null {
  const { deploy } = deployBlock.parse(JSON.parse(denoJson));
  const org = flags.org || env.DENO_DEPLOY_ORG || deploy.org || "";
  const app = flags.app || env.DENO_DEPLOY_APP || deploy.app || "";
  return app === "" || org === "" ? null : { org, app };
}
