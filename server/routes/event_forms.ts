import type { EventBlock, EventFormProps } from "../../views/events.tsx";
import { exactUtc } from "../../views/format.ts";
import type { LastAction } from "../../views/last_action.tsx";
import type { LastDone } from "../actions/records.ts";
import { listLastDone } from "../actions/records.ts";
import { StoreError } from "../actions/kv.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { AppContext, Services } from "../context.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import { offerOf, sealOffer } from "./offers.ts";

/** The forms of the configured events for one recipient. */
export async function listEventForms(
  c: AppContext,
  services: Services,
  key: RecipientKey,
  events: readonly ConfiguredEvent[] = configuredEvents(c),
): Promise<Omit<EventFormProps, "language">[]> {
  const lasts = await findLast(c, services, key, events.map(({ name }) => name));
  return await Promise.all(events.map(async (event, index) => {
    const offer = await offerOf(c, { kind: "event", slot: event.slot, event: event.name, key });
    const last = lasts[index] ?? null;
    const blocked = blockOf(c, services, last);
    return {
      slot: event.slot,
      title: event.label,
      ...(event.description && { description: event.description }),
      action: await sealOffer(services, offer),
      ...(last && { last: lastAction(c, services, last) }),
      ...(blocked && { blocked }),
    };
  }));
}

function configuredEvents(c: AppContext): readonly ConfiguredEvent[] {
  const { events, views } = c.get("settings");
  return views.events ? events : [];
}

/** When each was last triggered; nothing where the store can not be used, for reading goes on without it. */
export async function findLast(
  c: AppContext,
  services: Services,
  key: RecipientKey,
  events: readonly string[],
): Promise<readonly (LastDone | null)[]> {
  const { subdomain, installationId } = c.get("agent");
  const owner = { subdomain, installationId, recipientField: key.field, recipientValue: key.value };
  try {
    return await listLastDone(services, owner, events);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    c.set("reason", "store_unavailable");
    return events.map(() => null);
  }
}

function blockOf(
  c: AppContext,
  { config, now }: Services,
  last: LastDone | null,
): EventBlock | null {
  if (config.readOnly) return { kind: "read_only" };
  const seconds = coolDownLeft(c, last?.at ?? null, now());
  if (seconds <= 0) return null;
  return { kind: "cooling_down", seconds, wait: c.get("formatter").wait(seconds) };
}

/** Seconds until the same may be triggered again; 0 when it may. */
function coolDownLeft(c: AppContext, lastAt: number | null, now: number): number {
  if (lastAt === null) return 0;
  return Math.max(0, lastAt / 1000 + c.get("settings").coolDownSeconds - now / 1000);
}

function lastAction(c: AppContext, { now }: Services, last: LastDone): LastAction {
  const at = new Date(last.at);
  return {
    when: {
      text: c.get("formatter").ago(at, new Date(now())),
      exact: exactUtc(at),
      iso: at.toISOString(),
    },
    agent: last.agent || "?",
    ...(last.ticketId && { ticket: last.ticketId }),
    outcome: last.outcome === "done" ? "triggered" : "unknown",
  };
}
