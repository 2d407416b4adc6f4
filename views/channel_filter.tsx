import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { refreshAttributes } from "./refresh.ts";

/** How many communications a channel has in the three months. */
export type ChannelCount = { channel: string; count: Counted };

/** The filter; `channel` is the one that is filtered by. */
export type ChannelFilterProps = {
  language: Language;
  total: Counted;
  /** Most used first. */
  channels: readonly ChannelCount[];
  /** Channels that cannot be chosen, because there are too many. */
  moreChannels?: Counted | undefined;
  channel?: string | undefined;
};

/** More buttons than this would push the list out of sight; the other channels are in a list of their own. */
const MOST_BUTTONS = 10;

/** One button a channel, with its count, and one for all of them. */
export function ChannelFilter(
  { language, total, channels, moreChannels, channel }: ChannelFilterProps,
): JSX.Element {
  const others = channels.slice(MOST_BUTTONS);
  return (
    <div class="filter" role="group" aria-label={say(language, "communications.filter")}>
      <FilterButton
        id={ids.allChannels}
        path={paths.communications()}
        pressed={channel === undefined}
        name={say(language, "communications.all")}
        count={total}
      />
      {channels.slice(0, MOST_BUTTONS).map((item) => (
        <FilterButton
          id={ids.channel(item.channel)}
          path={paths.communications({ channel: item.channel })}
          pressed={channel === item.channel}
          name={channelName(language, item.channel)}
          count={item.count}
        />
      ))}
      {others.length > 0 && (
        <OtherChannels {...{ language, moreChannels, channel }} channels={others} />
      )}
    </div>
  );
}

/** The less used channels; a form with a button, because a list alone would load at each press of an arrow key. */
function OtherChannels(
  { language, channels, moreChannels, channel }: Omit<ChannelFilterProps, "total">,
): JSX.Element {
  const title = say(language, "communications.otherChannels");
  const isChosen = channels.some((item) => item.channel === channel);
  return (
    <form {...refreshAttributes("communications", paths.communications())}>
      <select id={ids.otherChannels} name="channel" aria-label={title}>
        {!isChosen && <option disabled selected>{title}</option>}
        {channels.map((item) => (
          <option value={item.channel} selected={channel === item.channel}>
            {`${channelName(language, item.channel)} ${item.count.text}`}
          </option>
        ))}
        {moreChannels && (
          <option disabled>
            {sayCount(language, "communications.moreChannels", moreChannels)}
          </option>
        )}
      </select>
      <button type="submit" id={ids.showChannel}>
        {say(language, "communications.filterShow")}
      </button>
    </form>
  );
}

function FilterButton(
  { id, path, pressed, name, count }: {
    id: string;
    path: string;
    pressed: boolean;
    name: string;
    count: Counted;
  },
): JSX.Element {
  return (
    <button
      type="button"
      id={id}
      aria-pressed={pressed ? "true" : "false"}
      {...refreshAttributes("communications", path)}
    >
      {name} <small>{count.text}</small>
    </button>
  );
}
