import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { type Look, paths } from "../contract/paths.ts";
import { selectorOf } from "../contract/ids.ts";
import { shortened } from "./shortened.ts";
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

/** A look, and how long after what is shown now. */
export type NextLook = Look & { delaySeconds: number };

/** A communication, with the time of day. */
export type Arrived = { name: string; time: string };

/** What is shown of the time since. */
export type FollowUpProps = {
  language: Language;
  news: News;
  /** What is known of delivery: it may be why nothing comes. */
  verdict: Verdict;
};

/** What is told after something was triggered. */
export type FollowUpContent = Omit<FollowUpProps, "language">;

/** What has come into the history since; looks again by itself, and each look brings the history with it. */
export function FollowUp({ language, news, verdict }: FollowUpProps): JSX.Element {
  const words = newsWords(language, news);
  const isEnd = news.kind === "arrived" || news.kind === "nothing";
  return (
    <div
      data-news={news.kind}
      {...(isEnd && { "data-announce": words })}
      {...(news.kind === "awaited" && news.next && lookAttributes(news.next))}
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

function lookAttributes({ delaySeconds, ...look }: NextLook): Record<string, string> {
  return {
    "hx-get": paths.look(look),
    "hx-trigger": `load delay:${delaySeconds}s`,
    "hx-target": "this",
    "hx-swap": "outerHTML",
    "hx-select-oob": selectorOf("communications"),
    "hx-status:4xx": "swap:none",
    "hx-status:5xx": "swap:none",
  };
}
