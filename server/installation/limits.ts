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
  activityFor: null,
};

/** Whether a limit lets a name through. */
export function isAdmitted<Name extends string>(
  names: readonly Name[] | null,
  name: Name,
): boolean {
  return names === null || names.includes(name);
}
