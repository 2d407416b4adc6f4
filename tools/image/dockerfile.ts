/** One step of a stage: its instruction and the rest of the line. */
export type Step = { instruction: string; argument: string };

/** The steps of the stage of this name, in order, and without its FROM. */
export function parseStage(dockerfile: string, stage: string): Step[] {
  const lines = dockerfile
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const first = lines.findIndex((line) => new RegExp(`^FROM .+ AS ${stage}$`).test(line));
  if (first < 0) throw new Error(`Cannot find the stage ${stage} in the Dockerfile`);
  const rest = lines.slice(first + 1);
  const next = rest.findIndex((line) => line.startsWith("FROM "));
  return (next < 0 ? rest : rest.slice(0, next)).map(parseStep);
}

function parseStep(line: string): Step {
  const [, instruction = "", argument = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
  return { instruction, argument };
}

/** Whether a .dockerignore leaves a path out; of its patterns, `*`, a leading `**` and plain paths. */
export function parseIgnored(dockerignore: string): (path: string) => boolean {
  const patterns = dockerignore.split("\n").filter(Boolean).map((pattern) => {
    const anywhere = pattern.startsWith("**/");
    const name = (anywhere ? pattern.slice(3) : pattern)
      .replace(/[.+^$(){}|[\]\\?]/g, "\\$&")
      .replaceAll("*", "[^/]*");
    return new RegExp(`^${anywhere ? "(.*/)?" : ""}${name}(/|$)`);
  });
  return (path) => patterns.some((pattern) => pattern.test(path));
}
