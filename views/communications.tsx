import type { JSX } from "hono/jsx/jsx-runtime";
import { type ChannelCount, ChannelFilter } from "./channel_filter.tsx";
import { channelSymbol } from "./channel.ts";
import { CommunicationRows, type CommunicationRowsProps } from "./communication_rows.tsx";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { ids } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { parts } from "../contract/parts.ts";
import { paths } from "../contract/paths.ts";
import { SkeletonRows } from "./skeleton.tsx";
import { type SymbolName, Symbols } from "./symbols.tsx";
import { Timeline, type TimelineProps } from "./timeline.tsx";
import { type Verdict, VerdictText } from "./verdict.tsx";

/** The Communication History View. */
export type CommunicationsPartProps = {
  language: Language;
  fetchedAt: Moment;
  verdict: Verdict;
  /** All communications of the three months, whatever the filter. */
  total: Counted;
  /** The channels there are, most used first. */
  channels: readonly ChannelCount[];
  /** The channel that is filtered by. */
  channel?: string;
  timeline: Omit<TimelineProps, "language" | "total">;
  rows: Omit<CommunicationRowsProps, "language" | "continues">;
};

/** What was sent in the past three months, and what became of it. */
export function CommunicationsPart(props: CommunicationsPartProps): JSX.Element {
  const { language, fetchedAt, verdict, total, channels, channel, timeline, rows } = props;
  const announce = sayCount(language, "communications.announce", total);
  return (
    <Part
      {...{ language, fetchedAt, announce }}
      part="communications"
      path={paths.communications(channel ? { channel } : {})}
    >
      <Symbols names={symbolNames(channels)} />
      {verdict.kind !== "nothing_sent" && <VerdictText {...{ language, verdict }} />}
      {channels.length > 1 && <ChannelFilter {...{ language, total, channels, channel }} />}
      {total.number > 0 && <Timeline {...timeline} {...{ language, total }} />}
      {rows.rows.length === 0
        ? (
          <p class="empty">
            {say(language, channel ? "communications.emptyChannel" : "communications.empty")}
          </p>
        )
        : (
          <ul
            class="communications"
            data-done={say(language, "communications.inserted")}
            data-failed={say(language, "communications.ticketChanged")}
          >
            <CommunicationRows {...rows} language={language} continues={false} />
          </ul>
        )}
    </Part>
  );
}

function symbolNames(channels: readonly ChannelCount[]): ReadonlySet<SymbolName> {
  return new Set([
    ...channels.map(({ channel }) => channelSymbol(channel)),
    "stored_copy",
    "insert",
  ]);
}

/** Stands where the history will be, and loads it. */
export function CommunicationsPlaceholder({ language }: { language: Language }): JSX.Element {
  return (
    <section
      id="communications"
      data-view="communications"
      aria-labelledby={ids.heading("communications")}
      aria-busy="true"
      hx-get={paths.communications()}
      hx-trigger="load"
      hx-target="this"
      hx-swap="outerHTML"
    >
      <header>
        <h2 id={ids.heading("communications")} tabindex={-1}>
          {say(language, parts.communications.title)}
        </h2>
      </header>
      <div id={ids.notice("communications")} class="notice" />
      <p class="visually-hidden">{say(language, "loading")}</p>
      <SkeletonRows of="communications" rows={5} />
    </section>
  );
}
