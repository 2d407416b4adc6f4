import { z } from "zod";
import { reasonOf, type Run } from "./deploy_run.ts";
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
export async function publish(
  run: Run,
  { org, app }: Target,
  denoJson: TextFile,
): Promise<Published> {
  const before = await denoJson.read();
  try {
    const deployed = await run(
      ["deno", "deploy", "--prod", "--json", "--non-interactive", "--org", org, "--app", app],
      { trusted: true },
    );
    if (deployed.code === 0) return parsePublished(deployed.stdout);
    throw new DeployError(`Cannot deploy: ${reasonOf(deployed)}`);
  } finally {
    // The tool writes the target into deno.json: the next deployment would find a changed tree.
    if (await denoJson.read() !== before) await denoJson.write(before);
  }
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
