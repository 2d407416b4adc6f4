import type { JSX } from "hono/jsx/jsx-runtime";
import { type ChannelCount, ChannelFilter } from "./channel_filter.tsx";
import { channelName, channelSymbol } from "./channel.ts";
import { CommunicationRows, type CommunicationRowsProps } from "./communication_rows.tsx";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { ids } from "../contract/ids.ts";
import { InsertRefused } from "./insert_refused.tsx";
import { Part } from "./part.tsx";
import { parts } from "../contract/parts.ts";
import { paths } from "../contract/paths.ts";
import { SkeletonRows } from "./skeleton.tsx";
import { type SymbolName, Symbols } from "./symbols.tsx";
import { Timeline, type TimelineProps } from "./timeline.tsx";

/** The Communication History View. */
export type CommunicationsPartProps = {
  language: Language;
  fetchedAt: Moment;
  /** All communications of the three months, whatever the filter. */
  total: Counted;
  /** The channels there are, most used first. */
  channels: readonly ChannelCount[];
  /** How many more channels there are than are shown. */
  moreChannels?: Counted;
  /** The channel that is filtered by; "" for what has none. */
  channel?: string;
  timeline: Omit<TimelineProps, "language">;
  rows: Omit<CommunicationRowsProps, "language" | "continues">;
};

/** What was sent in the past three months, and what became of it. */
export function CommunicationsPart(props: CommunicationsPartProps): JSX.Element {
  const { language, fetchedAt, total, channels, channel, timeline, rows } = props;
  const { moreChannels } = props;
  const isFiltered = channel !== undefined;
  const announce = announcement(props);
  return (
    <Part
      {...{ language, fetchedAt, announce }}
      part="communications"
      path={paths.communications(isFiltered ? { channel } : {})}
    >
      <Symbols names={symbolNames(channels)} />
      {(channels.length > 1 || isFiltered) && (
        <ChannelFilter {...{ language, total, channels, moreChannels, channel }} />
      )}
      {total.number > 0 && <Timeline {...timeline} language={language} />}
      {rows.rows.length === 0
        ? (
          <p class="empty">
            {say(language, isFiltered ? "communications.emptyChannel" : "communications.empty")}
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
      {rows.rows.some(({ insert }) => insert) && <InsertRefused language={language} />}
    </Part>
  );
}

/** How many there are of what is shown. */
function announcement(
  { language, total, channels, channel }: CommunicationsPartProps,
): string {
  if (channel === undefined) return sayCount(language, "communications.announce", total);
  const count = channels.find((each) => each.channel === channel)?.count;
  return count === undefined
    ? say(language, "communications.emptyChannel")
    : sayCount(language, "communications.announceChannel", count, {
      channel: channelName(language, channel),
    });
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
