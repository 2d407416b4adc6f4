import { isAboutRecipient, readAboutRecipient, recipientNotFound } from "./about_recipient.ts";
import { unexpectedStatus } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { listDiscovered, parseNames } from "./names.ts";
import type { Operation } from "./operation.ts";
import { discoveredTargetGroupsPath, type RecipientKey, targetGroupsPath } from "./paths.ts";

const LIST: Operation = {
  action: "Listing the recipient's target groups",
  method: "GET",
  route: "/recipients/:id/targetGroups",
  kind: "read",
};
const DISCOVER: Operation = {
  action: "Listing the instance's target groups",
  method: "GET",
  route: "/discovery/targetgroups",
  kind: "read",
};

/** The names of the target groups that a recipient is in. */
export async function listTargetGroups(calls: Calls, key: RecipientKey): Promise<string[]> {
  const found = await readAboutRecipient(calls, LIST, key, targetGroupsPath);
  if (found.answer.status !== 404) return parseNames(LIST, found.answer);
  if (isAboutRecipient(found, /group/i)) throw recipientNotFound(LIST);
  throw unexpectedStatus(LIST, found.answer);
}

/** The names of the instance's target groups; null where they cannot be discovered. */
export async function listInstanceTargetGroups(calls: Calls): Promise<string[] | null> {
  return await listDiscovered(calls, DISCOVER, discoveredTargetGroupsPath());
}
