import type { Communication, Field, PersonData, TableRow, TargetGroup } from "./model.ts";
import type { Refusal } from "./refusal.ts";
import type { Switches } from "./switches.ts";
import { formatInstanceDate, formatInstanceTimestamp } from "./timestamps.ts";

/** The error response for a refusal, in the chosen body. */
export function createErrorResponse(
  { status, code, message }: Refusal,
  { errorBody, retryAfter }: Switches,
): Response {
  const headers = new Headers();
  if (retryAfter !== null && (status === 429 || status === 503)) {
    headers.set("Retry-After", retryAfter);
  }
  if (errorBody === "empty") return new Response(null, { status, headers });
  headers.set("Content-Type", contentTypes[errorBody]);
  return new Response(errorBodies[errorBody](String(status), code, message), { status, headers });
}

/** Person Data as `GET /recipients` answers it: every field of the instance, or the filled ones. */
export function createPersonDataAnswer(
  personData: PersonData,
  fields: Iterable<Field>,
  switches: Switches,
): Record<string, string | null> {
  const answer: Record<string, string | null> = {};
  for (const { name, type } of fields) {
    const value = personData[name];
    if (value) answer[name] = formatValue(value, type, switches);
    else if (switches.emptyValue !== "omit") answer[name] = switches.emptyValue === "" ? "" : null;
  }
  return answer;
}

/** A recipient's rows of a table; null for an answer without a body. */
export function createTableAnswer(
  tableId: string,
  rows: readonly TableRow[],
  switches: Switches,
): unknown {
  const records = rows.map((row) => createTableRow(row, switches));
  switch (switches.tableEnvelope) {
    case "array":
      return records;
    case "no_content":
      return records.length === 0 ? null : { tableId, records };
    case "records":
      return { tableId, records };
  }
}

function createTableRow(row: TableRow, switches: Switches): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      switches.columnCase === "upper" ? column : column.toLowerCase(),
      formatValue(value, /^(?:true|false)$/i.test(value) ? "BOOLEAN" : "TIMESTAMP", switches),
    ]),
  );
}

/** Target groups, in the chosen shape. */
export function createTargetGroupsAnswer(
  groups: readonly TargetGroup[],
  { targetGroupShape }: Switches,
): unknown {
  switch (targetGroupShape) {
    case "objects":
      return groups;
    case "names":
      return groups.map(({ name }) => name);
    case "envelope":
      return { targetGroups: groups };
  }
}

/** A row of the communication history. */
export type HistoryRow = {
  communicationId: string;
  communicationType: string;
  executionTimestamp: string;
  additionalFields?: Record<string, string | boolean>;
};

/** A communication as `:listCommunicationHistory` answers it. */
export function createHistoryRow(communication: Communication, switches: Switches): HistoryRow {
  const { name, channel, sentAt, openedAt, clickedAt, bouncedAt, storedEmailUrl } = communication;
  const row: HistoryRow = {
    communicationId: name,
    communicationType: channel,
    executionTimestamp: formatTimestamp(sentAt, switches),
  };
  const fields: Record<string, string | boolean> = {};
  if (openedAt !== undefined) fields.openedTimestamp = formatTimestamp(openedAt, switches);
  if (clickedAt !== undefined) {
    fields[switches.clickedSpelling] = formatTimestamp(clickedAt, switches);
  }
  if (storedEmailUrl !== undefined) fields.storedEmailURL = storedEmailUrl;
  if (switches.bouncedAs === "timestamp") {
    if (bouncedAt !== undefined) fields.bounced = formatTimestamp(bouncedAt, switches);
  } else if (bouncedAt !== undefined || channel.endsWith("EMAIL")) {
    const bounced = bouncedAt !== undefined;
    fields.bounced = switches.bouncedAs === "boolean" ? bounced : String(bounced);
  }
  const has = Object.keys(fields).length > 0 && !switches.historyWithoutAdditionalFields;
  return has ? { ...row, additionalFields: fields } : row;
}

const contentTypes = {
  json: "application/json",
  text: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
} as const;

const errorBodies = {
  json: (status: string, code: string, message: string) =>
    JSON.stringify({ status, code, message }),
  text: (_status: string, _code: string, message: string) => message,
  html: (status: string, code: string) =>
    `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>${code}</h1></body></html>`,
} as const;

function formatValue(value: string, type: Field["type"], switches: Switches): string {
  if (type === "BOOLEAN") {
    return switches.booleanSpelling === "TRUE" ? value.toUpperCase() : value.toLowerCase();
  }
  if (type === "DATE" && isoDate.test(value)) {
    return switches.timestampFormat === "iso" ? value.slice(0, 10) : formatInstanceDate(value);
  }
  if (type === "TIMESTAMP" && isoDate.test(value)) {
    return formatTimestamp(Date.parse(value), switches);
  }
  return value;
}

const isoDate = /^\d{4}-\d{2}-\d{2}/;

function formatTimestamp(at: number, { timestampFormat }: Switches): string {
  return timestampFormat === "iso" ? new Date(at).toISOString() : formatInstanceTimestamp(at);
}
