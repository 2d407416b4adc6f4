import {
  discoverySchema,
  isRecord,
  isSuccess,
  parseAnswer,
  saysNothing,
  textOf,
  unexpectedStatus,
  unknownAnswer,
} from "./answers.ts";
import type { Calls } from "./calls.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicPath } from "./paths.ts";

/** The names that a discovery lists; null where the instance has no such discovery. */
export async function listDiscovered(
  calls: Calls,
  operation: Operation,
  path: AgillicPath,
): Promise<string[] | null> {
  const answer = await calls.read(operation, path);
  if (answer.status === 404) return null;
  if (!isSuccess(answer)) throw unexpectedStatus(operation, answer);
  return parseNames(operation, answer);
}

/**
 * The names in a list whose shape is not known: texts, or objects with a name, bare or in an envelope; each once, in
 * Agillic's order. What has no name is `agillic_answer_unknown`: a list that is understood in part would say that the
 * rest is not there.
 */
export function parseNames(operation: Operation, answer: Answer): string[] {
  if (saysNothing(answer)) return [];
  const envelope = parseAnswer(operation, answer, discoverySchema);
  const lists = Array.isArray(envelope)
    ? [envelope]
    : Object.values(envelope).filter(Array.isArray);
  const names = lists.flat().map(nameOf);
  if (lists.length === 0 || names.includes("")) {
    throw unknownAnswer(operation, answer, "the JSON holds no list of names");
  }
  return [...new Set(names)];
}

function nameOf(value: unknown): string {
  return (isRecord(value) ? textOf(value.name) || textOf(value.tableId) : textOf(value)).trim();
}
