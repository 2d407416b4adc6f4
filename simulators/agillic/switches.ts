import type { RouteKey } from "./coverage.ts";

/** What the simulator can be told to do otherwise: where the truth is unknown, and what can go wrong. */
export type Switches = {
  /** Status for a wrong key, secret or token. */
  authFailureStatus: 403 | 401;
  /** Status for a key or secret that is not exchanged for a bearer token. */
  exchangeFailureStatus: 401 | 400 | 403;
  /** How long a bearer token is good for. */
  tokenSeconds: number;
  expiresInAs: "number" | "string" | "omit";
  tokenType: "Bearer" | "bearer" | "BEARER";
  errorBody: "json" | "text" | "empty" | "html";
  /** How an empty Person Data field is answered. */
  emptyValue: "omit" | "null" | "";
  booleanSpelling: "TRUE" | "true";
  /** Whether a unique key (and a filter's value) must match letter by letter. */
  caseSensitive: boolean;
  /** `instance`: `dd.MM.yyyy` and `dd.MM.yyyy HH:mm:ss`, Danish local time; `iso`: ISO 8601, UTC. */
  timestampFormat: "instance" | "iso";
  discoveryEnvelope: "array" | "fields" | "folders";
  historyWithoutAdditionalFields: boolean;
  historyOrder: "oldest" | "newest" | "none";
  clickedSpelling: "clickedTimeStamp" | "clickedTimestamp";
  bouncedAs: "boolean" | "string" | "timestamp";
  /** Body of a create that succeeded. */
  createBody: "empty" | "personData";
  /** Whether EMAIL is a unique field, and so the Recipient ID. */
  emailUnique: boolean;
  /** Whether MSISDN is a unique field. */
  phoneUnique: boolean;
  /** Events that this instance does not know although the seed defines them. */
  unknownEvents: readonly string[];
  /** Status for a context schema, or a field of one, that this instance does not have; `taken`: as if it had. */
  unknownContext: 400 | 404 | 422 | "taken";
  /** `no_content`: 204 where there are no rows. */
  tableEnvelope: "records" | "array" | "no_content";
  columnCase: "upper" | "lower";
  /** `objects`: with name and description; `names`: plain texts; `envelope`: the objects in one. */
  targetGroupShape: "objects" | "names" | "envelope";
  /** One-to-many tables that this instance does not have although the seed defines them. */
  unknownTables: readonly string[];
  /** How long a started flow takes until its communication is sent. */
  flowDelayMs: number;

  /** Time before a call is looked at; the narrowest of the three that is set counts. */
  latencyMs: number;
  latencyByRoute: Readonly<Partial<Record<RouteKey, number>>>;
  /** By the identifier's value in the path, decoded. */
  latencyByRecipient: Readonly<Record<string, number>>;
  /** Calls answered at the same time; the one above that is answered 429. Null: no limit. */
  concurrentCalls: number | null;
  /** Calls in one UTC day; those above that are answered 429. Null: no limit. */
  callsPerDay: number | null;
  /** The Retry-After header of 429 and 503, as it is sent. Null: no such header. */
  retryAfter: string | null;

  /** The faults below touch only these routes. Empty: all of them. */
  onlyRoutes: readonly RouteKey[];
  /** Every connection breaks before anything is done. */
  down: boolean;
  /** How many of the next calls break before anything is done. */
  dropNext: number;
  /** How many of the next calls never answer and do nothing. */
  hangNext: number;
  /** How many of the next calls are answered 429 and do nothing. */
  rateLimitNext: number;
  /** How many of the next calls are answered `failStatus` and do nothing. */
  failNext: number;
  failStatus: 500 | 502 | 503 | 504;
  /** How many of the next writes are done, and then the connection breaks. */
  dropAfterDoingNext: number;
  /** How many of the next writes are done, and then never answered. */
  stallAfterDoingNext: number;
  /** How many of the next answers end, seemingly well, after half of their body. */
  halfBodyNext: number;
  /** How many of the next answers break after half of their body. */
  brokenBodyNext: number;
  /** How many of the next answers come without their body. */
  emptyBodyNext: number;
  /** How many of the next answers are JSON of another shape. */
  unexpectedShapeNext: number;
  /** How many of the next answers are 200 with a web page. */
  htmlBodyNext: number;
};

/** The switches that count down. */
export type CountedFault = Extract<keyof Switches, `${string}Next`>;

/** The switches of a fresh simulator: the likeliest Agillic, with nothing going wrong. */
export const defaultSwitches: Switches = {
  authFailureStatus: 403,
  exchangeFailureStatus: 401,
  tokenSeconds: 7200,
  expiresInAs: "number",
  tokenType: "Bearer",
  errorBody: "json",
  emptyValue: "omit",
  booleanSpelling: "TRUE",
  caseSensitive: true,
  timestampFormat: "instance",
  discoveryEnvelope: "array",
  historyWithoutAdditionalFields: false,
  historyOrder: "oldest",
  clickedSpelling: "clickedTimeStamp",
  bouncedAs: "boolean",
  createBody: "empty",
  emailUnique: true,
  phoneUnique: true,
  unknownEvents: [],
  unknownContext: 400,
  tableEnvelope: "records",
  columnCase: "upper",
  targetGroupShape: "objects",
  unknownTables: [],
  flowDelayMs: 4000,
  latencyMs: 0,
  latencyByRoute: {},
  latencyByRecipient: {},
  concurrentCalls: 20,
  callsPerDay: null,
  retryAfter: "1",
  onlyRoutes: [],
  down: false,
  dropNext: 0,
  hangNext: 0,
  rateLimitNext: 0,
  failNext: 0,
  failStatus: 503,
  dropAfterDoingNext: 0,
  stallAfterDoingNext: 0,
  halfBodyNext: 0,
  brokenBodyNext: 0,
  emptyBodyNext: 0,
  unexpectedShapeNext: 0,
  htmlBodyNext: 0,
};
