import type { JSX } from "hono/jsx/jsx-runtime";
import { CommunicationList, type CommunicationListProps } from "./communication_list.tsx";
import {
  CommunicationsToolbar,
  type CommunicationsToolbarProps,
} from "./communications_toolbar.tsx";
import { type Language, say } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { ids } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { parts } from "../contract/parts.ts";
import { paths } from "../contract/paths.ts";
import { SkeletonRows } from "./skeleton.tsx";
import { TicketNoteButton, type TicketNoteContent } from "./ticket_note.tsx";

/** The Communication History View. */
export type CommunicationsPartProps =
  & Omit<CommunicationsToolbarProps, "isPlaced">
  & Pick<CommunicationListProps, "isPlaced" | "count" | "rows">
  & {
    fetchedAt: Moment;
    /** What can be noted on the ticket. */
    note?: TicketNoteContent;
  };

/** Fewer than this are seen at a glance, and need nothing to narrow them. */
export const LEAST_FOR_TOOLBAR = 10;

/** What was sent in the past three months, and what became of it. */
export function CommunicationsPart(props: CommunicationsPartProps): JSX.Element {
  const { language, fetchedAt, total, channel, find, note } = props;
  const isNarrowed = channel !== undefined || find !== undefined;
  return (
    <Part {...{ language, fetchedAt }} part="communications" path={paths.communications()}>
      {(total.number >= LEAST_FOR_TOOLBAR || isNarrowed) && <CommunicationsToolbar {...props} />}
      <CommunicationList {...props} />
      {note && <TicketNoteButton {...{ language, note }} place="communications" />}
    </Part>
  );
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
