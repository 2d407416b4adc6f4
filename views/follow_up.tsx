import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { type Look, paths } from "../contract/paths.ts";
import { ids, selectorOf } from "../contract/ids.ts";
import { ACTIVATED_EVENT, EVENTS_RENEWAL } from "../contract/page.ts";
import { refreshAttributes } from "./refresh.ts";
import { shortened } from "./shortened.ts";
import { TicketNote, type TicketNoteContent } from "./ticket_note.tsx";
import { type Verdict, VerdictWarning } from "./verdict.tsx";

/** What the history has to say of the time since something was triggered. */
export type News =
  /** There is no history to look at. */
  | { kind: "no_history" }
  /** Nothing is known yet; `next` is when it is looked at again. */
  | { kind: "awaited"; next?: NextLook }
  /** The newest of what has come, whether or not because of the trigger; `hasMore` where there is more. */
  | { kind: "arrived"; communications: readonly Arrived[]; hasMore: boolean }
  /** Nothing has come, and it is not looked at again. */
  | { kind: "nothing" };

/** A look by its number, and how long after what is shown now. */
export type NextLook = Pick<Look, "look"> & { delaySeconds: number };

/** A communication, with the time of day. */
export type Arrived = { name: string; time: string };

/** What is shown of the time since. */
export type FollowUpProps = {
  language: Language;
  /** When it was triggered, in epoch ms. */
  since: number;
  news: News;
  /** What is known of delivery: it may be why nothing comes. */
  verdict: Verdict;
};

/** What is told after something was triggered. */
export type FollowUpContent = Omit<FollowUpProps, "language">;

/** What goes on after something was, or may have been, done. */
export type FollowedContent = { followUp: FollowUpContent; note?: TicketNoteContent };

/** What has come since, and the note on the ticket: beside it, since no look may write it again. */
export function Followed(
  { language, place, followUp, note }: FollowedContent & { language: Language; place: string },
): JSX.Element {
  return (
    <>
      <FollowUp language={language} {...followUp} />
      {note && <TicketNote {...{ language, place, note }} />}
    </>
  );
}

/** What has come into the history since; looks again by itself, and each look brings the history with it. */
export function FollowUp({ language, since, news, verdict }: FollowUpProps): JSX.Element {
  const words = newsWords(language, news);
  const isEnd = news.kind === "arrived" || news.kind === "nothing";
  return (
    <div
      id={ids.news(since)}
      data-news={news.kind}
      {...(isEnd && { "data-announce": words })}
      {...(news.kind === "awaited" && news.next && lookAttributes(since, news.next))}
    >
      {words}
      {news.kind !== "arrived" && <VerdictWarning {...{ language, verdict }} />}
    </div>
  );
}

/** The news in words; empty where there is nothing to say. */
export function newsWords(language: Language, news: News): string {
  switch (news.kind) {
    case "no_history":
      return "";
    case "awaited":
      return say(language, "news.awaited");
    case "arrived": {
      const { communications, hasMore } = news;
      const list = communications.map(({ name, time }) => `${shortened(name)}, ${time}`).join("; ");
      return say(language, "news.arrived", { list: hasMore ? `${list}; …` : list });
    }
    case "nothing":
      return say(language, "news.nothing");
  }
}

/** Refreshes the history, and takes the news from the same answer. */
function lookAttributes(
  since: number,
  { look, delaySeconds }: NextLook,
): Record<string, string> {
  const delay = `delay:${delaySeconds}s`;
  const activated = `${ACTIVATED_EVENT} from:${selectorOf(EVENTS_RENEWAL)}`;
  return {
    // The shell sends nothing while nobody sees the app: then it goes on when the agent comes back.
    "hx-trigger": `load ${delay}, ${activated} ${delay}`,
    ...refreshAttributes("communications", paths.look({ since, look })),
    "hx-select-oob": selectorOf(ids.news(since)),
    // A refresh by the agent must not end the looks.
    "hx-sync": "this:drop",
  };
}
