import { Hono } from "hono";
import { CommunicationRows } from "../../views/communication_rows.tsx";
import { CommunicationsPart } from "../../views/communications.tsx";
import { timelinePicture } from "../../views/timeline_picture.ts";
import type { Communication } from "../agillic/communication.ts";
import { answer, answerHtml } from "../answer.ts";
import { type AppContext, type AppEnv, type Services, waitForAgillic } from "../context.ts";
import { problemOf } from "../problems.ts";
import { fragment } from "./fragment.tsx";
import {
  countChannels,
  LIKELY_CAUSE_MS,
  pageOf,
  parseCursor,
  periodUntil,
  rowOf,
} from "./history.ts";
import { readRecipientKey } from "./lookup.ts";
import { DELIVERY_STATE_HEADER, parseDeliveryState, verdictOf } from "./verdict.ts";

type Period = { from: Date; to: Date };

/** GET /communications?channel=&before=: the Communication History View, 25 a page, newest first. */
export function createCommunicationRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(fragment("communications", services))
    .get("/", async (c) => {
      const { token, views } = c.get("settings");
      // Switched off after the sidebar was shown: what asked becomes empty.
      if (!views.communications) return answer(c, "");
      const period = periodUntil(new Date(services.now()));
      const { key } = await readRecipientKey(c, services);
      const history = services.agillic.client(token).listCommunications(key, period);
      const all = await waitForAgillic(c, history).catch((error) => {
        const address = c.get("requester").email ?? "";
        throw problemOf(error, { field: key.field, address });
      });
      const cursor = parseCursor(c.req.query("before"));
      const channel = c.req.query("channel") || undefined;
      const wanted = channel === undefined ? all : all.filter((each) => each.channel === channel);
      const { rows, next } = pageOf(wanted, cursor);
      const page = {
        rows: rows.map((row) => rowOf(c, row, period.to)),
        ...(next !== null && { next: { ...(channel !== undefined && { channel }), before: next } }),
      };
      if (cursor !== null) {
        return answerHtml(
          c,
          <CommunicationRows {...page} language={c.get("language")} continues />,
        );
      }
      return answerHtml(
        c,
        <CommunicationsPart
          {...overview(c, all, period)}
          {...(channel !== undefined && { channel })}
          rows={page}
        />,
      );
    });
}

/** What stands above the list, whatever it is filtered by. */
function overview(c: AppContext, all: readonly Communication[], period: Period) {
  const formatter = c.get("formatter");
  const state = parseDeliveryState(c.req.header(DELIVERY_STATE_HEADER));
  return {
    language: c.get("language"),
    fetchedAt: formatter.clock(period.to),
    verdict: verdictOf(state, all, formatter),
    total: formatter.count(all.length),
    channels: countChannels(all).map(([channel, count]) => ({
      channel,
      count: formatter.count(count),
    })),
    timeline: timelinePicture({
      ...period,
      communications: all,
      ticketCreatedAt: c.get("requester").ticketCreatedAt,
      likelyCauseMs: LIKELY_CAUSE_MS,
      formatter,
    }),
  };
}
