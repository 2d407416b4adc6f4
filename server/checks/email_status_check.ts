import type { AgillicClient } from "../agillic/client.ts";
import type { Settings } from "../installation/settings.ts";
import type { BlockedCode } from "./event_checks.ts";
import { failureOf, type Finding, finding } from "./finding.ts";
import type { TestRecipient } from "./recipient_to_check.ts";

/** Whose table, and on whom it is read. */
export type EmailStatusCheckOptions = {
  client: Pick<AgillicClient, "listEmailStatus" | "findRecipient">;
  settings: Settings;
  testRecipient: TestRecipient;
  /** Null when Agillic may be asked. */
  blocked: BlockedCode | null;
};

const DETAILS = { parameter: "domain_based_unsubscribe" } as const;

/** Whether the table of domain-based unsubscribes can be read on the test recipient; nothing where it is not used. */
export async function checkEmailStatus(
  { client, settings, testRecipient, blocked }: EmailStatusCheckOptions,
): Promise<Finding[]> {
  if (!settings.domainBasedUnsubscribe) return [];
  if (blocked !== null) return [finding("email_status", blocked, DETAILS)];
  if (!testRecipient.ok) return [finding("email_status", "email_status_unchecked", DETAILS)];
  const key = { field: settings.emailField, value: testRecipient.value };
  try {
    // Agillic answers 404 for the table and for the recipient.
    const recipient = await client.findRecipient(key);
    if (recipient === null) return [finding("email_status", "email_status_unchecked", DETAILS)];
    return await client.listEmailStatus(recipient.key) === null
      ? [finding("email_status", "email_status_missing", { ...DETAILS, status: 404 })]
      : [finding("email_status", "email_status_readable", DETAILS)];
  } catch (error) {
    const { code, ...failure } = failureOf(error);
    return [finding("email_status", code, { ...DETAILS, ...failure })];
  }
}
