import { ActivityLog, type ActivityLogProps } from "../../views/activity_log.tsx";
import { ActivityRows } from "../../views/activity_rows.tsx";
import type { Activity } from "../actions/activity.ts";
import { maySeeActivity } from "../installation/accounts.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visitor } from "../visit.ts";
import { pictureOfActivity } from "./activity_picture.ts";
import { activityCsv, agentChoices, eventChoices, rowOf, whatOf } from "./activity_props.ts";
import type { Shown } from "./shown.ts";

/** What narrows the activity, as it came; `before` is where a further page begins. */
export type ActivityQuery = {
  agent?: string | undefined;
  event?: string | undefined;
  before?: string | undefined;
};

const PAGE_SIZE = 50;

/** What was done in the installation, or a further page of it. No call to Agillic. */
export async function showActivity(
  visitor: Visitor,
  query: ActivityQuery,
  { actions, config, now }: Services,
): Promise<Shown> {
  const { agent, language, formatter } = visitor;
  if (!maySeeActivity(config.accounts, agent)) throw new Problem("activity_not_allowed");
  const { all, unreadable, isCut } = await actions.listActivity(agent);
  const present = new Date(now());
  const reading = { visitor, now: present };
  const agents = agentChoices(all, language);
  const events = eventChoices(all, visitor);
  const filter = chosenOf(query, { agents, events });
  const wanted = all.filter((each) => isWanted(each, filter));
  const before = parseBefore(query.before);
  const { page, next } = pageOf(wanted, before);
  const rows = {
    rows: page.map((each) => rowOf(each, reading)),
    ...(next !== null && { next: { ...filter, before: next } }),
  };
  if (before !== null) return { html: <ActivityRows {...rows} language={language} continues /> };
  return {
    html: (
      <ActivityLog
        {...{ language, agents, events, filter, rows }}
        fetchedAt={formatter.clock(present)}
        total={formatter.count(wanted.length)}
        picture={pictureOfActivity(wanted, reading)}
        {...(isCut && { cutAt: formatter.count(all.length + unreadable) })}
        unreadable={formatter.count(unreadable)}
        csv={activityCsv(wanted, visitor)}
      />
    ),
  };
}

type Filter = ActivityLogProps["filter"];

/** What was chosen once and is not there any more narrows nothing, as the form then says. */
function chosenOf(
  query: ActivityQuery,
  { agents, events }: Pick<ActivityLogProps, "agents" | "events">,
): Filter {
  const agent = agents.find(({ value }) => value === query.agent)?.value;
  const event = events.find(({ value }) => value === query.event)?.value;
  return { ...(agent !== undefined && { agent }), ...(event !== undefined && { event }) };
}

function isWanted(activity: Activity, { agent, event }: Filter): boolean {
  return (agent === undefined || activity.userId === agent) &&
    (event === undefined || whatOf(activity) === event);
}

/** Null for the first page, and for anything that is no time. */
function parseBefore(text: string | undefined): number | null {
  return /^\d{1,15}$/.test(text ?? "") ? Number(text) : null;
}

/** A page ends with all of one moment, so that the time alone says where the next one begins. */
function pageOf(
  wanted: readonly Activity[],
  before: number | null,
): { page: readonly Activity[]; next: number | null } {
  const left = before === null ? wanted : wanted.filter(({ at }) => at < before);
  const last = left[PAGE_SIZE - 1];
  if (last === undefined) return { page: left, next: null };
  const page = left.filter(({ at }) => at >= last.at);
  return { page, next: page.length < left.length ? last.at : null };
}
