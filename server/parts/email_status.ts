import { AgillicError } from "../agillic/errors.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { EmailStatus } from "../history/delivery_state.ts";
import type { Visit } from "../visit.ts";

/** Reads from which sending domains a recipient unsubscribed; one call where unsubscribes are kept so, else none. */
export async function findEmailStatus(
  { ask, settings }: Pick<Visit, "ask" | "settings">,
  key: RecipientKey,
): Promise<EmailStatus> {
  if (!settings.domainBasedUnsubscribe) return "unused";
  try {
    return await ask((client) => client.listEmailStatus(key)) ?? "unknown";
  } catch (error) {
    // The recipient is shown all the same, and the verdict says what is not known.
    if (error instanceof AgillicError) return "unknown";
    throw error;
  }
}
