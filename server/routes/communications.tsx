import { Hono } from "hono";
import { CommunicationRows } from "../../views/communication_rows.tsx";
import { CommunicationsPart } from "../../views/communications.tsx";
import type { AppEnv } from "../context.ts";
import { parseDeliveryState } from "../history/delivery_state.ts";
import { pageOf, parseCursor } from "../history/page.ts";
import { periodUntil } from "../history/period.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { overviewProps, rowProps } from "./communication_props.ts";
import { receiveVisit } from "./gate.ts";
import { readRecipient } from "./lookup.ts";

/** GET /communications?channel=&before=: the Communication History View, 25 a page, newest first. */
export function createCommunicationRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (c) => {
    const visit = await receiveVisit(c, "communications", services);
    const { language, requester, settings } = visit;
    // Switched off after the sidebar was shown: what asked becomes empty.
    if (!settings.views.communications) return answerPart(c, services, null);
    const period = periodUntil(new Date(services.now()));
    const { key } = await readRecipient(visit, services);
    const all = await visit.ask((client) => client.listCommunications(key, period))
      .catch((error) => {
        throw problemOf(error, { field: key.field, address: requester.email ?? "" });
      });

    const { readersOf } = services;
    const state = parseDeliveryState(visit.recipientState);
    const before = parseCursor(c.req.query("before"));
    const channel = c.req.query("channel") || undefined;
    const filter = channel === undefined ? {} : { channel };
    const wanted = channel === undefined ? all : all.filter((each) => each.channel === channel);
    const { rows, next } = pageOf(wanted, before);
    const page = {
      rows: rows.map((row) => rowProps(row, visit, { readersOf, now: period.to })),
      ...(next !== null && { next: { ...filter, before: next } }),
    };
    return answerPart(
      c,
      services,
      before === null
        ? (
          <CommunicationsPart
            {...overviewProps(all, period, visit, state)}
            {...filter}
            rows={page}
          />
        )
        : <CommunicationRows {...page} language={language} continues />,
    );
  });
}
