import { Hono } from "hono";
import { EventForm, type EventFormProps } from "../../views/events.tsx";
import { paths } from "../../contract/paths.ts";
import { answer, answerHtml } from "../answer.ts";
import type { AppContext, AppEnv, Services } from "../context.ts";
import { Problem, problemOf } from "../problems.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import { fragment, problemProps } from "./fragment.tsx";
import { listEventForms } from "./event_forms.ts";
import { readRecipientKey } from "./lookup.ts";
import { actionLeftOpen, audited, offerOf, readAction } from "./offers.ts";
import { achieveOnce } from "./achieve.ts";
import { eventsPart } from "./events_part.tsx";

/** GET /events and POST /events/:slot: the Event Trigger View. */
export function createEventRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(fragment("events", services))
    .get("/", async (c) => {
      // Switched off after the sidebar was shown: what asked becomes empty.
      if (!c.get("settings").views.events) return answer(c, "");
      const { key } = await readRecipientKey(c, services);
      return answerHtml(c, await eventsPart(c, services, key));
    })
    .post("/:slot{[1-3]}", async (c) => {
      const slot = Number(c.req.param("slot"));
      const { events, views } = c.get("settings");
      const event = views.events ? events.find((event) => event.slot === slot) : undefined;
      if (event === undefined) return await refuseSlot(c, services, slot);
      try {
        await triggerOnce(c, services, event);
        return answerHtml(c, await form(c, services, event, { result: { kind: "triggered" } }));
      } catch (error) {
        return await failedForm(c, services, event, problemOf(error, { event: event.name }));
      }
    });
}

/** The administrator took it away after the form was shown. */
async function refuseSlot(c: AppContext, services: Services, slot: number): Promise<never> {
  const { key } = await readRecipientKey(c, services);
  const offer = await offerOf(c, { kind: "event", slot, event: "", key });
  return await audited(c, services, offer, () => {
    throw new Problem("action_expired", { reason: "slot_not_configured" });
  });
}

async function triggerOnce(
  c: AppContext,
  services: Services,
  event: ConfiguredEvent,
): Promise<void> {
  const { key } = await readRecipientKey(c, services);
  const offer = await offerOf(c, { kind: "event", slot: event.slot, event: event.name, key });
  const { nonce } = await audited(c, services, offer, () => readAction(c, services, [offer]));
  await achieveOnce(c, services, offer, nonce);
}

async function failedForm(
  c: AppContext,
  services: Services,
  event: ConfiguredEvent,
  problem: Problem,
): Promise<Response> {
  c.set("reason", problem.reason);
  // Somebody else is meant now: a button that works may only come with the rest of that person.
  const changed = problem.code === "requester_changed";
  const shown = problemProps(
    c,
    problem,
    services.now(),
    changed ? { path: paths.sidebar, target: "sidebar" } : undefined,
  );
  const result = { kind: "problem", problem: shown } as const;
  return answerHtml(
    c,
    changed
      ? bareForm(c, event, result)
      : await form(c, services, event, { result, action: await actionLeftOpen(c, problem) }),
    problem.status,
  );
}

type Result = NonNullable<EventFormProps["result"]>;

async function form(
  c: AppContext,
  services: Services,
  event: ConfiguredEvent,
  { result, action = null }: { result: Result; action?: string | null },
) {
  const { key } = await readRecipientKey(c, services);
  const [props] = await listEventForms(c, services, key, [event]);
  return props === undefined ? bareForm(c, event, result) : (
    <EventForm
      {...props}
      {...(action !== null && { action })}
      language={c.get("language")}
      result={result}
    />
  );
}

function bareForm(c: AppContext, { slot, label, description }: ConfiguredEvent, result: Result) {
  return (
    <EventForm
      {...{ slot, description, result }}
      title={label}
      action=""
      language={c.get("language")}
    />
  );
}
