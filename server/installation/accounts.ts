import { isAdmitted, type Limits } from "./limits.ts";

/** Settings by the names of the manifest's parameters, which win over what the browser says. */
export type GivenSettings = Readonly<Record<string, string>>;

/** What the server itself knows of an installation; limits here take the place of the account's. */
export type Installation = {
  readonly settings: GivenSettings;
  readonly limits: Partial<Limits>;
};

/** One Zendesk account that is served. */
export type Account = {
  /** Where the public key of its shell tokens comes from. */
  readonly appKey: { readonly pem: string } | { readonly appId: string };
  /** HS256 secrets of its installations' settings; any of them verifies. */
  readonly settingsSecrets: readonly string[];
  /** Signing secrets of its webhooks; any of them verifies. None: nothing is paused until a ticket is solved. */
  readonly webhookSecrets: readonly string[];
  readonly settings: GivenSettings;
  readonly limits: Limits;
  /** By installation id. */
  readonly installations: ReadonlyMap<string, Installation>;
};

/** By subdomain, lower case: `acme` for acme.zendesk.com. */
export type Accounts = ReadonlyMap<string, Account>;

/** Whether Zendesk says when tickets are solved, in this account or in any. */
export function hearsOfTickets(accounts: Accounts, subdomain?: string): boolean {
  return [...accounts].some(([name, { webhookSecrets }]) =>
    (subdomain === undefined || name === subdomain) && webhookSecrets.length > 0
  );
}

/** What the server knows of one installation of an account. */
export function knownOf(
  account: Account,
  installationId: string,
): { settings: GivenSettings; limits: Limits } {
  const own = account.installations.get(installationId);
  return {
    settings: { ...account.settings, ...own?.settings },
    limits: { ...account.limits, ...own?.limits },
  };
}

/** Whether an agent may see what was done in their installation. */
export function maySeeActivity(
  accounts: Accounts,
  { subdomain, installationId, userId }: {
    subdomain: string;
    installationId: string;
    userId: string;
  },
): boolean {
  const account = accounts.get(subdomain);
  if (account === undefined) return false;
  return isAdmitted(knownOf(account, installationId).limits.activityFor, userId);
}
