import { coverage } from "./coverage.ts";
import { Refusal } from "./refusal.ts";
import type { Switches } from "./switches.ts";

/** What values a switch takes, and how a form writes them. */
export type SwitchKind<T> = {
  accepts(value: unknown): value is T;
  /** Ends the sentence "… must be". */
  wanted: string;
  /** What a form field's text means; `accepts` still decides. */
  fromText(text: string): unknown;
  /** The values there are, when they are few. */
  options?: readonly (string | number | boolean)[];
};

const routeKeys: readonly string[] = coverage.map(({ call }) => call);
const flag = choice(true, false);
const counter = count();
const anyName = names("names");

/** Every switch with its kind. */
const switchTable = {
  authFailureStatus: choice(403, 401),
  exchangeFailureStatus: choice(401, 400, 403),
  tokenSeconds: counter,
  expiresInAs: choice("number", "string", "omit"),
  tokenType: choice("Bearer", "bearer", "BEARER"),
  errorBody: choice("json", "text", "empty", "html"),
  emptyValue: choice("omit", "null", ""),
  booleanSpelling: choice("TRUE", "true"),
  caseSensitive: flag,
  timestampFormat: choice("instance", "iso"),
  discoveryEnvelope: choice("array", "fields", "folders"),
  historyWithoutAdditionalFields: flag,
  historyOrder: choice("oldest", "newest", "none"),
  clickedSpelling: choice("clickedTimeStamp", "clickedTimestamp"),
  bouncedAs: choice("boolean", "string", "timestamp"),
  createBody: choice("empty", "personData"),
  emailUnique: flag,
  phoneUnique: flag,
  unknownEvents: anyName,
  unknownContext: choice<Switches["unknownContext"]>(400, 404, 422, "taken"),
  tableEnvelope: choice("records", "array", "no_content"),
  columnCase: choice("upper", "lower"),
  targetGroupShape: choice("objects", "names", "envelope"),
  unknownTables: anyName,
  flowDelayMs: counter,
  latencyMs: counter,
  latencyByRoute: milliseconds("routes", routeKeys),
  latencyByRecipient: milliseconds("identifiers"),
  concurrentCalls: orNull(counter),
  callsPerDay: orNull(counter),
  retryAfter: orNull(text()),
  onlyRoutes: names("routes", routeKeys),
  down: flag,
  dropNext: counter,
  hangNext: counter,
  rateLimitNext: counter,
  failNext: counter,
  failStatus: choice(500, 502, 503, 504),
  dropAfterDoingNext: counter,
  stallAfterDoingNext: counter,
  halfBodyNext: counter,
  brokenBodyNext: counter,
  emptyBodyNext: counter,
  unexpectedShapeNext: counter,
  htmlBodyNext: counter,
} as const satisfies { [Name in keyof Switches]: SwitchKind<unknown> };

/** Changes of switches. Throws a Refusal (400) that names the faulty one and what it takes. */
export function parseSwitches(input: unknown): Partial<Switches> {
  assertSwitches(input);
  return input;
}

/** The switches of a submitted form, still to be parsed. */
export function readSwitchForm(form: Iterable<[string, unknown]>): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of form) {
    changes[name] = typeof value === "string"
      ? findSwitchKind(name)?.fromText(value) ?? null
      : value;
  }
  return changes;
}

function assertSwitches(input: unknown): asserts input is Partial<Switches> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new Refusal(400, "MALFORMED_SWITCHES", "Switches must be a JSON object");
  }
  for (const [name, value] of Object.entries(input)) {
    const kind = findSwitchKind(name);
    if (!kind) throw new Refusal(400, "UNKNOWN_SWITCH", `There is no switch ${name}`);
    if (!kind.accepts(value)) {
      const message = `The switch ${name} must be ${kind.wanted}: it is ${JSON.stringify(value)}`;
      throw new Refusal(400, "INVALID_SWITCH", message);
    }
  }
}

/** The kind of a switch, or null when there is no such switch. */
export function findSwitchKind(name: string): SwitchKind<unknown> | null {
  return Object.entries(switchTable).find(([one]) => one === name)?.[1] ?? null;
}

function choice<const T extends string | number | boolean>(...options: T[]): SwitchKind<T> {
  return {
    accepts: (value): value is T => options.some((option) => option === value),
    wanted: `one of ${options.map((option) => JSON.stringify(option)).join(", ")}`,
    fromText: (text) => options.find((option) => String(option) === text) ?? text,
    options,
  };
}

function count(): SwitchKind<number> {
  return {
    accepts: (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
    wanted: "a whole number, 0 or more",
    fromText: (text) => text.trim() === "" ? text : Number(text),
  };
}

function text(): SwitchKind<string> {
  return {
    accepts: (value): value is string => typeof value === "string" && /^[ -~]+$/.test(value),
    wanted: "printable ASCII",
    fromText: (text) => text,
  };
}

function orNull<T>(kind: SwitchKind<T>): SwitchKind<T | null> {
  return {
    accepts: (value): value is T | null => value === null || kind.accepts(value),
    wanted: `${kind.wanted}, or null`,
    fromText: (text) => text.trim() === "" ? null : kind.fromText(text),
  };
}

function names(what: string, known?: readonly string[]): SwitchKind<readonly string[]> {
  return {
    accepts: (value): value is string[] =>
      Array.isArray(value) &&
      value.every((one) => typeof one === "string" && (known?.includes(one) ?? true)),
    wanted: `a list of ${what}${known ? `, of: ${known.join(", ")}` : ""}`,
    fromText: (text) => text.split(",").map((one) => one.trim()).filter((one) => one !== ""),
  };
}

function milliseconds(
  what: string,
  known?: readonly string[],
): SwitchKind<Record<string, number>> {
  const ms = count();
  return {
    accepts: (value): value is Record<string, number> =>
      typeof value === "object" && value !== null && !Array.isArray(value) &&
      Object.entries(value).every(([name, one]) =>
        ms.accepts(one) && (known?.includes(name) ?? true)
      ),
    wanted: `an object of ${what} with milliseconds${known ? `, of: ${known.join(", ")}` : ""}`,
    fromText(text) {
      try {
        return text.trim() === "" ? {} : JSON.parse(text);
      } catch {
        return text;
      }
    },
  };
}
