/** The views that settings can switch on. */
export const VIEWS = ["recipient", "events", "communications", "creation"] as const;
/** One of them. */
export type View = typeof VIEWS[number];

/** What settings may ask for, whoever wrote them, and what agents may see; null for no limit. */
export type Limits = {
  readonly events: readonly string[] | null;
  readonly personData: readonly string[] | null;
  readonly emailFields: readonly string[] | null;
  readonly views: readonly View[] | null;
  readonly leastCoolDownSeconds: number;
  /** One-to-many tables, each with all of its columns; null for as open as Person Data. */
  readonly tables: readonly string[] | null;
  /** The same of target groups. */
  readonly targetGroups: readonly string[] | null;
  /** The user ids of the agents who may see what was done in the installation. */
  readonly activityFor: readonly string[] | null;
};

/** Whatever the settings say. */
export const NO_LIMITS: Limits = {
  events: null,
  personData: null,
  emailFields: null,
  views: null,
  leastCoolDownSeconds: 0,
  tables: null,
  targetGroups: null,
  activityFor: null,
};

/** The longest cool-down that settings and limits may ask for. */
export const MAX_COOL_DOWN_SECONDS = 86_400;

/** Whether a limit lets a name through. */
export function isAdmitted<Name extends string>(
  names: readonly Name[] | null,
  name: Name,
): boolean {
  return names === null || names.includes(name);
}

/**
 * The names of what Agillic has of a recipient besides Person Data that a limit lets through; null for all. Whoever
 * limits Person Data has not said that the rest may be shown: without a limit of its own it is closed.
 */
export function listAdmitted(
  { personData, ...limits }: Limits,
  what: "tables" | "targetGroups",
): readonly string[] | null {
  return limits[what] ?? (personData === null ? null : []);
}
