import type { JSX } from "hono/jsx/jsx-runtime";
import { EventsPart } from "../../views/events.tsx";
import type { RecipientKey } from "../agillic/paths.ts";
import type { AppContext, Services } from "../context.ts";
import { listEventForms } from "./event_forms.ts";

/** The Event Trigger View for one recipient; it needs no call to Agillic. */
export async function eventsPart(
  c: AppContext,
  services: Services,
  key: RecipientKey,
): Promise<JSX.Element> {
  return (
    <EventsPart
      language={c.get("language")}
      fetchedAt={c.get("formatter").clock(new Date(services.now()))}
      events={await listEventForms(c, services, key)}
    />
  );
}
