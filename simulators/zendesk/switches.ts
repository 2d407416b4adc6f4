/** How a shell token departs from the one Zendesk would give. */
export type ShellTokenOverrides = {
  readonly agentId?: number;
  readonly location?: string;
  /** Moves `iat` and `exp` into the past. */
  readonly issuedSecondsAgo?: number;
  /** Laid over the ordinary claims; null leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `foreign`: RS256 by another key; `public_key`: HS256 with the public key's text as secret; `none`: unsigned. */
  readonly signedWith?: "own" | "foreign" | "public_key" | "none";
  /** The form is posted without a token. Only the agent page heeds this. */
  readonly missing?: boolean;
};

/** What can be turned while the simulator runs, because Zendesk does it at times or nobody knows which it does. */
export type Switches = {
  /** Milliseconds that each proxied request waits before it leaves. */
  readonly proxyLatencyMs: number;
  /** Answers each proxied request with this status without sending it; null sends it. */
  readonly proxyStatus: number | null;
  /** Milliseconds after which the proxy gives up on the app's server. */
  readonly proxyTimeoutMs: number;
  /** Refuses secure requests with 422, as for an app that runs from a developer's machine. */
  readonly installation422: boolean;
  /** What becomes of `{{setting.x}}` when x is not filled in. */
  readonly unsetPlaceholder: "literal" | "empty" | "absent";
  /** What a checkbox becomes in a claim: true or "true". */
  readonly checkboxAs: "boolean" | "string";
  /** Whether `iss` of the shell token is `acme.zendesk.com` or `https://acme.zendesk.com`. */
  readonly issuerAs: "host" | "url";
  /** Bends every shell token the agent page gives out; null signs as Zendesk does. */
  readonly tokenOverrides: ShellTokenOverrides | null;
  /** Whether the app's iframe may write to the clipboard. */
  readonly clipboardWrite: boolean;
  /** How the webhook of a solved ticket is sent: as it is, twice, ten minutes late, for an account that it is not, … */
  readonly webhook: "once" | "twice" | "late" | "other_account" | "unsigned" | "never";
  /** How often a path, such as `ticket.requester`, is an error before it can be read; anew in each place. */
  readonly unreadable: Readonly<Record<string, number>>;
};

/** How the simulator starts: everything works. */
export const DEFAULT_SWITCHES: Switches = {
  proxyLatencyMs: 0,
  proxyStatus: null,
  proxyTimeoutMs: 10_000,
  installation422: false,
  unsetPlaceholder: "literal",
  checkboxAs: "boolean",
  issuerAs: "url",
  tokenOverrides: null,
  clipboardWrite: false,
  webhook: "once",
  unreadable: {},
};

/** Whether a value is one of the switches' names. */
export function isSwitch(name: string): name is keyof Switches {
  return Object.hasOwn(DEFAULT_SWITCHES, name);
}
