import { Hono } from "hono";
import { EventForm, type EventFormProps, EventsPart } from "../../views/events.tsx";
import { paths } from "../../views/paths.ts";
import { runOnce } from "../actions/once.ts";
import { recordKeysOf } from "../actions/records.ts";
import type { Offer } from "../actions/action.ts";
import { type AppContext, type AppEnv, type Services, waitForAgillic } from "../context.ts";
import { Problem, PROBLEM_STATUS, problemOf } from "../problems.ts";
import type { ConfiguredEvent } from "../zendesk/settings.ts";
import { fragment, problemProps } from "./fragment.tsx";
import { listEventForms } from "./event_forms.ts";
import { readRecipientKey } from "./lookup.ts";
import { auditAction, audited, offerOf, onceOptions, readAction } from "./offers.ts";

/** GET /events and POST /events/:slot: the Event Trigger View. */
export function createEventRoutes(services: Services) {
  return new Hono<AppEnv>()
    .use(fragment("events", services))
    .get("/", async (c) => {
      const { key } = await readRecipientKey(c, services);
      return c.html(
        <EventsPart language={c.get("language")} events={await listEventForms(c, services, key)} />,
      );
    })
    .post("/:slot{[1-3]}", async (c) => {
      const event = c.get("settings").events.find(({ slot }) =>
        String(slot) === c.req.param("slot")
      );
      // The administrator took it away after the form was shown.
      if (event === undefined) {
        throw new Problem("action_expired", { reason: "slot_not_configured" });
      }
      try {
        await triggerOnce(c, services, event);
        return c.html(await form(c, services, event, { kind: "triggered" }));
      } catch (error) {
        return await failedForm(c, services, event, problemOf(error, { event: event.name }));
      }
    });
}

async function triggerOnce(
  c: AppContext,
  services: Services,
  event: ConfiguredEvent,
): Promise<void> {
  const { key } = await readRecipientKey(c, services);
  const offer = offerOf(c, { kind: "event", slot: event.slot, event: event.name, key });
  const { nonce } = await audited(c, services, offer, () => readAction(c, services, [offer]));
  await achieveOnce(c, services, offer, nonce);
}

/** Achieves the event of an offer, once for its nonce; throws the Problem that it ended with. */
export async function achieveOnce(
  c: AppContext,
  services: Services,
  offer: Offer,
  nonce: string,
): Promise<void> {
  const { agillic, sealing, now } = services;
  const { token, coolDownSeconds } = c.get("settings");
  const key = { field: offer.recipientField, value: offer.recipientValue };
  const options = await onceOptions(c, services);
  const recordKeys = await recordKeysOf(sealing, offer, offer.event);
  const result = await audited(c, services, offer, () =>
    runOnce({
      ...options,
      nonce,
      recordKeys,
      coolDownMs: coolDownSeconds * 1000,
      perform: async () => {
        await waitForAgillic(c, agillic.client(token).achieveEvent(key, offer.event));
        return "triggered";
      },
    }));
  if ("coolingDown" in result) {
    await auditAction(c, services, offer, { status: "refused", code: "cooling_down" });
    const seconds = (result.coolingDown.endsAt - now()) / 1000;
    throw new Problem("cooling_down", { params: { wait: c.get("formatter").wait(seconds) } });
  }
  const { outcome, repeated } = result;
  await auditAction(c, services, offer, { ...outcome, repeated });
  if (outcome.status !== "done") throw problemOfCode(outcome.code, offer);
}

/** The problem of a stored outcome. */
export function problemOfCode(code: string, offer: Offer): Problem {
  const params = { event: offer.event, field: offer.recipientField };
  return isProblemCode(code)
    ? new Problem(code, { params })
    : new Problem("internal", { reason: code });
}

function isProblemCode(code: string): code is keyof typeof PROBLEM_STATUS {
  return Object.hasOwn(PROBLEM_STATUS, code);
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
  return await c.html(
    changed ? bareForm(c, event, result) : await form(c, services, event, result),
    problem.status,
  );
}

type Result = NonNullable<EventFormProps["result"]>;

async function form(c: AppContext, services: Services, event: ConfiguredEvent, result: Result) {
  const { key } = await readRecipientKey(c, services);
  const [props] = await listEventForms(c, services, key, [event]);
  return props === undefined
    ? bareForm(c, event, result)
    : <EventForm {...props} language={c.get("language")} result={result} />;
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
