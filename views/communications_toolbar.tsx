import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { ids, selectorOf } from "../contract/ids.ts";
import { ALL_CHANNELS, paths } from "../contract/paths.ts";
import { noticeAttributes, wholeHistoryAttributes } from "./refresh.ts";
import { SHOWN } from "./shortened.ts";
import { HistoryPicture, type PictureOutline, PicturePlace } from "./history_picture.tsx";
import type { TimelineProps } from "./timeline.tsx";

/** How many communications a channel has in the three months. */
export type ChannelCount = { channel: string; count: Counted };

/** What narrows the list; `channel` ("" is none) and `find` are what it is narrowed by now. */
export type CommunicationsToolbarProps = {
  language: Language;
  total: Counted;
  /** Most used first. */
  channels: readonly ChannelCount[];
  /** Channels that cannot be chosen, because there are too many. */
  moreChannels?: Counted | undefined;
  channel?: string | undefined;
  find?: string | undefined;
  /** What is known of the picture of the three months; without it there is too little to draw. */
  outline?: PictureOutline | undefined;
  /** The picture itself; otherwise it is asked for once the fold is open. */
  timeline?: Omit<TimelineProps, "language"> | undefined;
  /** Whether the list begins where the picture was pressed: then it stays open. */
  isPlaced?: boolean | undefined;
};

/** As many channels as one line has room for; the others are in the fold. */
const MOST_BESIDE_ALL = 2;

/** One line: all, the busiest channels, and a fold with the search, the other channels and the picture. */
export function CommunicationsToolbar(props: CommunicationsToolbarProps): JSX.Element {
  const { language, total, channels, moreChannels, channel, find = "" } = props;
  const { timeline, outline } = props;
  const others = channels.slice(MOST_BESIDE_ALL);
  const isOpen = find !== "" || props.isPlaced || others.some((item) => item.channel === channel);
  return (
    <form
      id={ids.toolbar}
      class="toolbar"
      role="search"
      aria-label={say(language, "communications.toolbar")}
      {...listAttributes()}
    >
      <div class="channels" role="group" aria-label={say(language, "communications.filter")}>
        <ChannelChoice
          id={ids.allChannels}
          value={ALL_CHANNELS}
          isChosen={channel === undefined}
          name={say(language, "communications.all")}
          count={total}
        />
        <Channels {...{ language, channel }} channels={channels.slice(0, MOST_BESIDE_ALL)} />
      </div>
      <details open={isOpen}>
        <summary id={ids.moreTools} title={say(language, "communications.moreToolsWhat")}>
          {say(language, "communications.moreTools")}
        </summary>
        <input
          type="search"
          id={ids.find}
          name="find"
          value={find}
          maxlength={SHOWN.line}
          autocomplete="off"
          placeholder={say(language, "communications.find")}
          aria-label={say(language, "communications.find")}
        />
        {others.length > 0 && (
          <div
            class="channels"
            role="group"
            aria-label={say(language, "communications.otherChannels")}
          >
            <Channels {...{ language, channel }} channels={others} />
          </div>
        )}
        {moreChannels && (
          <small>{sayCount(language, "communications.moreChannels", moreChannels)}</small>
        )}
        <BeginAt />
        {timeline
          ? <HistoryPicture {...timeline} language={language} />
          : outline && <PicturePlace {...outline} language={language} />}
      </details>
    </form>
  );
}

function Channels(
  { language, channels, channel }: Pick<
    CommunicationsToolbarProps,
    "language" | "channels" | "channel"
  >,
): JSX.Element {
  return (
    <>
      {channels.map((item) => (
        <ChannelChoice
          id={ids.channel(item.channel)}
          value={item.channel}
          isChosen={channel === item.channel}
          name={channelName(language, item.channel)}
          count={item.count}
        />
      ))}
    </>
  );
}

/** One of a group: the whole of it is a single stop for Tab. */
function ChannelChoice(
  { id, value, isChosen, name, count }: {
    id: string;
    value: string;
    isChosen: boolean;
    name: string;
    count: Counted;
  },
): JSX.Element {
  return (
    <label title={name}>
      <input type="radio" name="channel" id={id} value={value} checked={isChosen} />
      <span>{name}</span> <small>{count.text}</small>
    </label>
  );
}

/** Has the list begin at the communication whose key the shell's script gives it: where no row of it is shown. */
function BeginAt(): JSX.Element {
  return <button type="button" id={ids.beginAt} name="from" hidden {...wholeHistoryAttributes()} />;
}

/** Loads the list alone, so that what the agent is writing stays. */
function listAttributes(): Record<string, string> {
  return {
    "hx-get": paths.communicationList,
    "hx-trigger": `submit, change from:.channels, input changed delay:300ms from:${
      selectorOf(ids.find)
    }`,
    "hx-target": selectorOf(ids.list),
    "hx-swap": "outerHTML",
    // What failed before is over.
    "hx-select-oob": selectorOf(ids.notice("communications")),
    "hx-sync": `${selectorOf("communications")}:replace`,
    ...noticeAttributes("communications"),
  };
}
