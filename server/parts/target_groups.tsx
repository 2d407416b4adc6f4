import { ids } from "../../contract/ids.ts";
import { paths } from "../../contract/paths.ts";
import { TargetGroups } from "../../views/target_groups.tsx";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { readRecipient } from "./lookup.ts";
import { showPlaceProblem } from "./place_problem.tsx";
import { NOTHING, type Shown } from "./shown.ts";

/** The target groups that the settings list and the recipient is in; nothing where the settings want none. */
export async function showTargetGroups(visit: Visit, services: Services): Promise<Shown> {
  const { targetGroups, views } = visit.settings;
  if (!views.recipient || targetGroups.length === 0) return NOTHING;
  try {
    const { key } = await readRecipient(visit, services);
    const theirs = new Set(await visit.ask((client) => client.listTargetGroups(key)));
    const groups = targetGroups.filter((name) => theirs.has(name));
    return { html: <TargetGroups language={visit.language} groups={groups} /> };
  } catch (error) {
    const place = { place: ids.groups, path: paths.groups };
    return showPlaceProblem(error, place, visit, services.now());
  }
}
