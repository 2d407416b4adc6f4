import {
  discoverySchema,
  isRecord,
  isSuccess,
  parseAnswer,
  textOf,
  unexpectedStatus,
} from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { personDataFieldsPath } from "./paths.ts";

/** A field that recipients have in this instance. */
export type PersonDataField = { readonly name: string; readonly type: string | null };

const LIST: Operation = {
  action: "Listing the Person Data fields",
  method: "GET",
  route: "/discovery/persondata",
  kind: "read",
};

/** The instance's Person Data fields, in Agillic's order, each once. */
export async function listPersonDataFields(calls: Calls): Promise<PersonDataField[]> {
  const answer = await calls.read(LIST, personDataFieldsPath());
  if (!isSuccess(answer)) throw unexpectedStatus(LIST, answer);
  const envelope = parseAnswer(LIST, answer, discoverySchema);
  const fields = new Map<string, PersonDataField>();
  collect(envelope, fields);
  if (fields.size === 0 && !hasArray(envelope)) {
    const message = `${LIST.action} failed: the JSON holds no fields`;
    throw new AgillicError("agillic_answer_unknown", message, { status: answer.status });
  }
  return [...fields.values()];
}

/** Folders may be in folders, but not this deep: the answer must not decide how far we recurse. */
const MAX_DEPTH = 16;

function collect(value: unknown, fields: Map<string, PersonDataField>, depth = 0): void {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return;
  const field = isRecord(value) ? toField(value) : null;
  if (field !== null) {
    fields.set(field.name, field);
    return;
  }
  for (const child of Object.values(value)) collect(child, fields, depth + 1);
}

/** Null for what has no name, and for a folder, which has one too but holds objects. */
function toField({ name, type, ...rest }: Record<string, unknown>): PersonDataField | null {
  if (typeof name !== "string" || name === "") return null;
  const holdsObjects = (value: unknown) => Array.isArray(value) && value.some(isRecord);
  if (Object.values(rest).some(holdsObjects)) return null;
  return { name: textOf(name), type: textOf(type) || null };
}

function hasArray(envelope: unknown[] | Record<string, unknown>): boolean {
  return Array.isArray(envelope) || Object.values(envelope).some(Array.isArray);
}
