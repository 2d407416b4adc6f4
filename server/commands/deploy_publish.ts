import { z } from "zod";
import { NO_PROGRAM, reasonOf, type Run, type RunResult } from "./deploy_run.ts";
import { DeployError, type Target } from "./deploy_target.ts";

/** What was deployed; a part is null where the tool did not say it. */
export type Published = { revision: string | null; url: string | null };

/** Reads and writes a text file of the repository. */
export type TextFile = { read(): Promise<string>; write(text: string): Promise<void> };

const result = z.object({
  revisionId: z.string(),
  productionUrl: z.string().nullish(),
  timelines: z.array(z.object({ partition: z.string(), domains: z.array(z.string()) })).nullish(),
});

/** Deploys to production and waits for the build; throws a DeployError with the tool's reason. */
export async function publish(run: Run, target: Target, denoJson: TextFile): Promise<Published> {
  const before = await denoJson.read();
  try {
    return target.tool === "deno" ? await withDeno(run, target) : await withDeployctl(run, target);
  } finally {
    // Both tools write the target into deno.json: the next deployment would find a changed tree.
    if (await denoJson.read() !== before) await denoJson.write(before);
  }
}

async function withDeno(run: Run, { org, app }: Target): Promise<Published> {
  const deployed = await run(
    ["deno", "deploy", "--prod", "--json", "--non-interactive", "--org", org, "--app", app],
  );
  if (deployed.code !== 0) throw failure(deployed);
  return parsePublished(deployed.stdout);
}

function parsePublished(json: string): Published {
  try {
    const { revisionId, productionUrl, timelines } = result.parse(JSON.parse(json));
    const production = timelines?.find(({ partition }) => /^production$/i.test(partition));
    return { revision: revisionId, url: productionUrl ?? production?.domains[0] ?? null };
  } catch {
    // It is deployed, whatever it said: the address may be known from PUBLIC_URL.
    return { revision: null, url: null };
  }
}

async function withDeployctl(run: Run, { app }: Target): Promise<Published> {
  // It has no build step on the platform: what is uploaded must be whole.
  const built = await run(["deno", "task", "build"]);
  if (built.code !== 0) throw failure(built);
  const deployed = await run(
    ["deployctl", "deploy", "--prod", `--project=${app}`, "--entrypoint=server/main.ts"],
  );
  if (deployed.code === NO_PROGRAM) {
    throw new DeployError(
      "Cannot deploy: deployctl is not installed: deno install -gArf jsr:@deno/deployctl",
    );
  }
  if (deployed.code !== 0) throw failure(deployed);
  const url = /^ *- (https:\/\/\S+)$/m.exec(deployed.stdout)?.[1] ?? null;
  return { revision: null, url };
}

function failure(failed: RunResult): DeployError {
  return new DeployError(`Cannot deploy: ${reasonOf(failed)}`);
}
