import { type Activity, activityWords } from "./activity.ts";
import { channelName } from "./channel.ts";
import type { Moment } from "./format.ts";
import { shortened } from "./shortened.ts";
import { type Verdict, verdictWords } from "./verdict.tsx";
import { type Language, say } from "./words/copy.ts";

/** What a note about a history tells: who it is about, what the answer card says, and what was sent last. */
export type NotedHistory = {
  name: string;
  verdict: Verdict;
  /** How many were sent in the past 7 and 30 days, as they are read. */
  pastWeek: string;
  pastMonth: string;
  /** Newest first. */
  latest: readonly {
    name: string;
    channel: string;
    sentAt: Moment;
    activity: Activity;
    activityAt?: Moment;
  }[];
};

/** The note in words, a line each. */
export function historyNoteWords(
  language: Language,
  { name, verdict, pastWeek, pastMonth, latest }: NotedHistory,
): string {
  return [
    `Agillic: ${shortened(name)}`,
    verdictWords(language, verdict),
    say(language, "summary.counts", { week: pastWeek, month: pastMonth }),
    ...latest.map((sent) => `- ${lineOf(language, sent)}`),
  ].join("\n");
}

function lineOf(
  language: Language,
  { name, channel, sentAt, activity, activityAt }: NotedHistory["latest"][number],
): string {
  const became = activity === "" ? [] : [activityWords(language, activity, activityAt)];
  const what = name === "" ? [] : [shortened(name)];
  return [sentAt.text, channelName(language, channel), ...what, ...became].join(" · ");
}
