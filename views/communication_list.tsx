import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.ts";
import { CommunicationRows, type CommunicationRowsProps } from "./communication_rows.tsx";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { InsertRefused } from "./insert_refused.tsx";
import { isolated } from "./isolated.ts";
import { wholeHistoryAttributes } from "./refresh.ts";

/** What is listed of the history, and what it was narrowed by. */
export type CommunicationListProps = {
  language: Language;
  /** The channel that is filtered by; "" for what has none. */
  channel?: string | undefined;
  /** What is looked for in the names. */
  find?: string | undefined;
  /** Whether it begins at a communication that was asked for, and not at the newest. */
  isPlaced?: boolean | undefined;
  /** How many communications there are of those that are asked for. */
  count: Counted;
  rows: Omit<CommunicationRowsProps, "language">;
};

/** The list with what belongs to it: it comes alone when it is narrowed. */
export function CommunicationList(props: CommunicationListProps): JSX.Element {
  const { language, channel, find, isPlaced = false, rows } = props;
  const isEmpty = rows.rows.length === 0;
  const isNarrowed = channel !== undefined || find !== undefined;
  return (
    <div id={ids.list} data-announce={announcement(props)}>
      {isEmpty && <p class="empty">{emptyWords(props)}</p>}
      {(isPlaced || (isEmpty && isNarrowed)) && <ShowAll language={language} />}
      {!isEmpty && (
        <ul
          data-done={say(language, "communications.inserted")}
          data-failed={say(language, "communications.ticketChanged")}
        >
          <CommunicationRows {...rows} language={language} />
        </ul>
      )}
      {rows.rows.some(({ insert }) => insert) && <InsertRefused language={language} />}
    </div>
  );
}

/** The answer to what narrows the list: nothing has failed any more. */
export function NarrowedList(props: CommunicationListProps): JSX.Element {
  return (
    <>
      <CommunicationList {...props} />
      <div id={ids.notice("communications")} class="notice" />
    </>
  );
}

/** How many there are of what is shown. */
function announcement(props: CommunicationListProps): string {
  const { language, channel, find, count } = props;
  if (channel === undefined && find === undefined) {
    return sayCount(language, "communications.announce", count);
  }
  if (count.number === 0) return emptyWords(props);
  const names = [channel !== undefined && channelName(language, channel), find && isolated(find)];
  return sayCount(language, "communications.announceChannel", count, {
    channel: names.filter(Boolean).join(", "),
  });
}

function emptyWords({ language, channel, find }: CommunicationListProps): string {
  if (find === undefined) {
    return say(
      language,
      channel === undefined ? "communications.empty" : "communications.emptyChannel",
    );
  }
  return say(
    language,
    channel === undefined ? "communications.emptyFind" : "communications.emptyFindChannel",
    { find },
  );
}

/** The way back from whatever the list was narrowed by, or began at. */
function ShowAll({ language }: { language: Language }): JSX.Element {
  return (
    <button type="button" id={ids.allCommunications} {...wholeHistoryAttributes()}>
      {say(language, "communications.showAll")}
    </button>
  );
}
