import { ids } from "../../contract/ids.ts";
import { paths } from "../../contract/paths.ts";
import { HistoryPicture } from "../../views/history_picture.tsx";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { listHistory } from "./history.tsx";
import { readRecipient } from "./lookup.ts";
import { showPlaceProblem } from "./place_problem.tsx";
import { NOTHING, type Shown } from "./shown.ts";
import { timelineProps } from "./timeline_props.ts";

/** The picture of the history, which its fold asks for when it is opened; its problem stands in its place. */
export async function showPicture(visit: Visit, services: Services): Promise<Shown> {
  if (!visit.settings.views.communications) return NOTHING;
  try {
    const { key } = await readRecipient(visit, services);
    const timeline = timelineProps(await listHistory(visit, key, services), visit);
    return { html: <HistoryPicture {...timeline} language={visit.language} /> };
  } catch (error) {
    const place = { place: ids.picture, path: paths.picture };
    return showPlaceProblem(error, place, visit, services.now());
  }
}
