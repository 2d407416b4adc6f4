import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { placeAttributes } from "./refresh.ts";
import { LeftOut, Timeline, type TimelineProps } from "./timeline.tsx";
import { pictureHeight } from "./timeline_scale.ts";
import { type Language, say } from "./words/copy.ts";

/** The picture of the three months, in its fold. */
export function HistoryPicture(props: TimelineProps): JSX.Element {
  return (
    <div id={ids.picture} class="picture" tabindex={-1}>
      <Timeline {...props} />
    </div>
  );
}

/** What is known of the picture before it is drawn. */
export type PictureOutline = { lines: number } & Pick<TimelineProps, "moreChannels" | "undated">;

/** Stands where the picture will be, as high as that, and asks for it once the fold is open. */
export function PicturePlace(
  { language, lines, ...leftOut }: { language: Language } & PictureOutline,
): JSX.Element {
  return (
    <div
      id={ids.picture}
      class="picture"
      hx-trigger="intersect once"
      {...placeAttributes(ids.picture, paths.picture)}
    >
      <p class="empty">{say(language, "loading")}</p>
      <svg class="timeline" height={pictureHeight(lines)} aria-hidden="true" />
      <LeftOut {...{ language, ...leftOut }} />
    </div>
  );
}
