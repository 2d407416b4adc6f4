import type { Action } from "../actions/action.ts";
import type { FilledContext } from "../agillic/events.ts";
import type { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";

/**
 * Achieves the event of an admitted action, once and with these values, after what has to be kept before; throws the
 * problem that it ended with.
 */
export async function achieve(
  visit: Visit,
  action: Action,
  { actions }: Pick<Services, "actions">,
  context: FilledContext | null = null,
  prepare?: () => Promise<void>,
): Promise<void> {
  const key = { field: action.recipientField, value: action.recipientValue };
  await actions.perform(action, visit, {
    record: action.event,
    coolDownMs: visit.settings.coolDownSeconds * 1000,
    prepare,
    values: context === null ? [] : [context.schema, ...[...context.values].flat()],
    send: async () => {
      await visit.ask((client) => client.achieveEvent(key, action.event, context));
      return "triggered";
    },
  });
}

/**
 * The posted action, to be offered again after a problem that leaves open whether it was claimed before: posted once
 * more it is still the same one. Null after every other problem.
 */
export function actionLeftOpen(posted: string, problem: Problem): string | null {
  return problem.code === "store_unavailable" ? posted : null;
}
