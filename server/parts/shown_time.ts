import type { CalendarDay } from "../../views/calendar_day.ts";
import type { Time } from "../agillic/timestamps.ts";

/** A time as the views take it. */
export function shownTime(time: Time): Date | CalendarDay {
  return typeof time === "number" ? new Date(time) : time;
}
