import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.ts";
import { type Counted, type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { refreshAttributes } from "./refresh.ts";

/** How many communications a channel has in the three months. */
export type ChannelCount = { channel: string; count: Counted };

/** The filter; `channel` is the pressed one. */
export type ChannelFilterProps = {
  language: Language;
  total: Counted;
  channels: readonly ChannelCount[];
  channel?: string | undefined;
};

/** One button a channel, with its count, and one for all of them. */
export function ChannelFilter(
  { language, total, channels, channel }: ChannelFilterProps,
): JSX.Element {
  return (
    <div class="filter" role="group" aria-label={say(language, "communications.filter")}>
      <FilterButton
        id={ids.channel("ALL")}
        path={paths.communications()}
        pressed={channel === undefined}
        name={say(language, "communications.all")}
        count={total}
      />
      {channels.map((item) => (
        <FilterButton
          id={ids.channel(item.channel)}
          path={paths.communications({ channel: item.channel })}
          pressed={channel === item.channel}
          name={channelName(language, item.channel)}
          count={item.count}
        />
      ))}
    </div>
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
