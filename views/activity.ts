import type { Moment } from "./format.ts";
import { type CopyKey, type Language, say } from "./words/copy.ts";

/** What became of a communication; blank where the channel has no activity. */
export type Activity = "not_opened" | "opened" | "clicked" | "hard_bounced" | "";

/** The word for each activity that has one. */
export const activityKeys = {
  not_opened: "activity.not_opened",
  opened: "activity.opened",
  clicked: "activity.clicked",
  hard_bounced: "activity.hard_bounced",
} as const satisfies Record<Exclude<Activity, "">, CopyKey>;

/** "Opened 10 Feb, 05:52" */
export function activityWords(
  language: Language,
  activity: Exclude<Activity, "">,
  at: Moment | undefined,
): string {
  const word = say(language, activityKeys[activity]);
  return at ? say(language, "activity.withTime", { activity: word, time: at.text }) : word;
}
