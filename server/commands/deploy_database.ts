import { z } from "zod";
import { type Outcome, reasonOf, type Run } from "./deploy_run.ts";
import type { Target } from "./deploy_target.ts";

const databases = z.array(z.object({
  name: z.string(),
  assignments: z.array(z.string()),
}));

/** Whether the app has a database, Deno KV or Postgres; what cannot be read is noted, as /readyz/actions says it too. */
export async function checkDatabase(
  run: Run,
  { org, app }: Target,
  emptyFolder: string,
): Promise<Outcome> {
  const noted = (reason: string): Outcome => ({
    state: "noted",
    message: `the database could not be checked: ${reason}`,
  });
  const result = await run(
    ["deno", "deploy", "database", "list", "--json", "--non-interactive", "--org", org],
    { folder: emptyFolder, trusted: true },
  );
  if (result.code !== 0) return noted(reasonOf(result));
  const parsed = parseDatabases(result.stdout);
  if (parsed === null) return noted("deno deploy listed the databases in an unknown way");
  const own = parsed.find(({ assignments }) => assignments.includes(app));
  if (own !== undefined) return { state: "done", message: `the database ${own.name} is assigned` };
  return {
    state: "failed",
    message: `no database is assigned to ${app}: actions would be refused`,
    next: [
      `deno deploy database provision ${app}-kv --kind denokv --org ${org}`,
      `deno deploy database assign ${app}-kv --org ${org} --app ${app}`,
    ],
  };
}

function parseDatabases(json: string): z.infer<typeof databases> | null {
  try {
    return databases.parse(JSON.parse(json));
  } catch {
    return null;
  }
}
