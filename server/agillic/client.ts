import { createAlarms } from "./alarms.ts";
import { type Calls, createCalls, type Scheme } from "./calls.ts";
import type { Communication } from "./communication.ts";
import { listCommunications } from "./communications.ts";
import { listPersonDataFields, type PersonDataField } from "./discovery.ts";
import { listEmailStatus } from "./email_status.ts";
import { achieveEvent, type FilledContext, hasEvent } from "./events.ts";
import { listTableColumns, listTableRows, listTables, type TableRow } from "./one_to_many.ts";
import type { AgillicOptions } from "./options.ts";
import type { RecipientKey } from "./paths.ts";
import {
  createRecipient,
  findRecipient,
  isFieldUnique,
  listMatchingRecipients,
  type Recipient,
} from "./recipients.ts";
import { listInstanceTargetGroups, listTargetGroups } from "./target_groups.ts";

/** One process's access to Agillic: holds what is shared per credential. */
export type Agillic = {
  /**
   * The client of a credential: base64 of `key:secret`, without the word "Basic". With `oauth` it is not sent with
   * each call, but exchanged for a bearer token.
   */
  client(token: string, options?: { readonly oauth: boolean }): AgillicClient;
};

/** What one credential can ask; everything rejects with `AgillicError`, within 10 seconds. */
export type AgillicClient = {
  /** Exchanges the credential for a bearer token, to see whether that works; nothing without `oauth`. */
  signIn(): Promise<void>;
  /** Null when nobody has it; `email_field_not_unique` when the field cannot identify anybody. */
  findRecipient(key: RecipientKey): Promise<Recipient | null>;
  /** All who have this value in a field that need not be unique; each has its own key. */
  listMatchingRecipients(key: RecipientKey): Promise<Recipient[]>;
  /** `exists` when a spelling of it is taken; `outcome_unknown` when it may have been created. */
  createRecipient(key: RecipientKey): Promise<"created" | "exists">;
  /**
   * `event_not_valid`, `context_not_valid`, `recipient_not_found`, or `outcome_unknown` when it may be triggered.
   * `context`: null to send nothing with it.
   */
  achieveEvent(
    key: RecipientKey,
    eventName: string,
    context?: FilledContext | null,
  ): Promise<void>;
  /** Reads it on a recipient; `recipient_not_found` when Agillic says that they are missing. */
  hasEvent(key: RecipientKey, eventName: string): Promise<boolean>;
  /** Newest first; `recipient_not_found` when there is nobody to have a history. */
  listCommunications(
    key: RecipientKey,
    period: { readonly from: Date; readonly to: Date },
  ): Promise<Communication[]>;
  /** One a sending domain, by the key that found the recipient; null where there is no such table. Within 3 seconds. */
  listEmailStatus(key: RecipientKey): Promise<TableRow[] | null>;
  /** By the key that found the recipient; null where there is no such table. */
  listTableRows(key: RecipientKey, table: string): Promise<TableRow[] | null>;
  /** The names of those that the recipient is in. */
  listTargetGroups(key: RecipientKey): Promise<string[]>;
  /** The names of all that the instance has; null where it does not list them, as with the next two. */
  listInstanceTargetGroups(): Promise<string[] | null>;
  listTables(): Promise<string[] | null>;
  listTableColumns(table: string): Promise<string[] | null>;
  /** What was listed last in this process, within 15 minutes; null where nothing was. Asks nothing. */
  findListedColumns(table: string): Promise<readonly string[] | null>;
  listPersonDataFields(): Promise<PersonDataField[]>;
  /** What was listed last in this process, within 15 minutes; null where nothing was. Asks nothing. */
  findListedFields(): Promise<readonly PersonDataField[] | null>;
  /** False also for a field that the instance does not have: Agillic answers both alike. */
  isFieldUnique(field: string): Promise<boolean>;
};

const MAX_CREDENTIALS = 500;
// A field that is added in Agillic must not be called missing for long.
const LISTED_FIELDS_TTL_MS = 15 * 60_000;

/** Access to Agillic: per credential, calls in flight are limited and equal reads are shared. */
export function createAgillic(options: AgillicOptions): Agillic {
  const shared = { ...options, alarms: createAlarms(options) };
  // By the scheme and the token itself, which calls hold anyway. The oldest comes first: each use moves a credential
  // to the end.
  const credentials = new Map<string, Credential>();

  function forgetIdle(): void {
    for (const [key, { calls }] of credentials) {
      if (credentials.size <= MAX_CREDENTIALS) return;
      if (calls.isIdle()) credentials.delete(key);
    }
  }

  return {
    client(token, { oauth } = { oauth: false }) {
      const scheme: Scheme = oauth ? "Bearer" : "Basic";
      const key = `${scheme} ${token}`;
      const known = credentials.get(key);
      const credential = known ?? createCredential(createCalls(token, scheme, shared), options);
      if (known !== undefined) credentials.delete(key);
      credentials.set(key, credential);
      if (known === undefined) forgetIdle();
      return credential.client;
    },
  };
}

type Credential = { readonly calls: Calls; readonly client: AgillicClient };

function createCredential(
  calls: Calls,
  { random, elapsed }: Pick<AgillicOptions, "random" | "elapsed">,
): Credential {
  let listed: { fields: readonly PersonDataField[]; until: number } | null = null;
  const listedColumns = new Map<string, { columns: readonly string[]; until: number }>();
  return {
    calls,
    client: {
      signIn: () => calls.signIn(),
      findRecipient: (key) => findRecipient(calls, key),
      listMatchingRecipients: (key) => listMatchingRecipients(calls, key),
      createRecipient: (key) => createRecipient(calls, key),
      achieveEvent: (key, eventName, context = null) =>
        achieveEvent(calls, key, eventName, context),
      hasEvent: (key, eventName) => hasEvent(calls, key, eventName),
      listCommunications: (key, period) => listCommunications(calls, key, period),
      listEmailStatus: (key) => listEmailStatus(calls, key),
      listTableRows: (key, table) => listTableRows(calls, key, table),
      listTargetGroups: (key) => listTargetGroups(calls, key),
      listInstanceTargetGroups: () => listInstanceTargetGroups(calls),
      listTables: () => listTables(calls),
      listTableColumns: async (table) => {
        const columns = await listTableColumns(calls, table);
        if (columns !== null) {
          listedColumns.set(table, { columns, until: elapsed() + LISTED_FIELDS_TTL_MS });
        }
        return columns;
      },
      findListedColumns: (table) => {
        const known = listedColumns.get(table);
        return Promise.resolve(known && elapsed() < known.until ? known.columns : null);
      },
      listPersonDataFields: async () => {
        const fields = await listPersonDataFields(calls);
        listed = { fields, until: elapsed() + LISTED_FIELDS_TTL_MS };
        return fields;
      },
      findListedFields: () =>
        Promise.resolve(listed !== null && elapsed() < listed.until ? listed.fields : null),
      isFieldUnique: (field) => isFieldUnique(calls, field, random),
    },
  };
}
