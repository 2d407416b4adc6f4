import type { Comparison, Filter } from "./filter.ts";
import type { Identifier } from "./identifier.ts";
import type { ContextSchema, EventCounter, EventDefinition, Field, SideEffect } from "./model.ts";
import type { Communication, PersonData, Recipient, Seed, TableRow, TargetGroup } from "./model.ts";
import { Refusal } from "./refusal.ts";
import { isBlocked } from "./send_blockers.ts";
import type { Switches } from "./switches.ts";

const dayMs = 86_400_000;

/** What the instance depends on. */
export type InstanceOptions = { now: () => number; random: () => number; switches: Switches };

/** One Agillic instance: its fields, events and recipients, and how they change each other. */
export class Instance {
  readonly fields: ReadonlyMap<string, Field>;
  readonly #events: ReadonlyMap<string, EventDefinition>;
  readonly #contexts: readonly ContextSchema[];
  readonly targetGroups: readonly TargetGroup[];
  readonly #tables: Readonly<Record<string, readonly string[]>>;
  readonly #recipients: Recipient[];
  readonly #options: InstanceOptions;

  constructor(seed: Seed, options: InstanceOptions) {
    this.fields = new Map(seed.fields.map((field) => [field.name, field]));
    this.#events = new Map(seed.events.map((event) => [event.name, event]));
    this.#contexts = seed.contexts ?? [];
    this.targetGroups = seed.targetGroups ?? [];
    this.#tables = seed.tables ?? {};
    this.#options = options;
    this.#recipients = seed.recipients.map((recipient) => ({
      personData: { ...recipient.personData },
      shares: recipient.shares ?? null,
      communications: (recipient.communications ?? []).map((one) => ({ ...one })),
      tables: recipient.tables ?? {},
      targetGroups: recipient.targetGroups ?? [],
      counters: new Map(),
      pending: [],
    }));
  }

  /** The Person Data field whose value is the Recipient ID. */
  get recipientIdField(): string {
    return this.#options.switches.emailUnique ? "EMAIL" : "AGILLIC_ID";
  }

  /** The events that the seed defines. */
  get eventNames(): string[] {
    return [...this.#events.keys()];
  }

  /** Every recipient there is, with the flows that are due done. */
  listRecipients(): Recipient[] {
    const present = this.#recipients.filter(({ shares }) =>
      shares === null || !this.#isUnique(shares)
    );
    for (const recipient of present) this.#sendDue(recipient);
    return present;
  }

  /** The recipient so named, or null. Throws a Refusal when the field cannot name one. */
  findRecipient({ field, value }: Identifier): Recipient | null {
    const name = field ?? this.recipientIdField;
    if (!this.#isUnique(name)) {
      throw new Refusal(400, "NOT_UNIQUE", `${name} is not a unique Person Data field`);
    }
    return this.#recipientWith(name, value);
  }

  /** The recipients for which a filter holds. Throws a Refusal for a field there is not. */
  listMatching(filter: Filter): Recipient[] {
    for (const { field } of filter.flat()) this.#requireField(field);
    return this.listRecipients().filter((recipient) =>
      filter.some((all) => all.every((one) => this.#holds(one, recipient)))
    );
  }

  /** Adds a recipient and gives it an AGILLIC_ID. Throws a Refusal for a taken unique value. */
  createRecipient(personData: PersonData): Recipient {
    const recipientId = this.recipientIdField;
    if (recipientId !== "AGILLIC_ID" && !personData[recipientId]) {
      throw new Refusal(400, "RECIPIENT_ID_MISSING", `${recipientId} is required`);
    }
    for (const [name, value] of Object.entries(personData)) {
      this.#requireField(name);
      if (name === "AGILLIC_ID") {
        throw new Refusal(400, "READ_ONLY_FIELD", "AGILLIC_ID cannot be set");
      }
      if (this.#isUnique(name) && value && this.#recipientWith(name, value) !== null) {
        throw new Refusal(409, "UNIQUE_VALUE_TAKEN", `${name} ${value} is taken`);
      }
    }
    const recipient: Recipient = {
      personData: { AGILLIC_ID: this.#newAgillicId(), ...personData },
      shares: null,
      communications: [],
      tables: {},
      targetGroups: [],
      counters: new Map(),
      pending: [],
    };
    this.#recipients.push(recipient);
    return recipient;
  }

  /** A recipient's rows of a table. Throws a Refusal for a table there is not. */
  listRows(recipient: Recipient, table: string): readonly TableRow[] {
    this.listColumns(table);
    return recipient.tables[table] ?? [];
  }

  /** The names of the one-to-many tables. */
  get tableNames(): string[] {
    const { unknownTables } = this.#options.switches;
    return Object.keys(this.#tables).filter((name) => !unknownTables.includes(name));
  }

  /** A table's columns. Throws a Refusal for a table there is not. */
  listColumns(table: string): readonly string[] {
    const columns = this.tableNames.includes(table) ? this.#tables[table] : undefined;
    if (columns !== undefined) return columns;
    throw new Refusal(404, "UNKNOWN_TABLE", `The one-to-many table ${table} does not exist`);
  }

  /** How far an event is for a recipient. Throws a Refusal for an event there is not. */
  readCounter(recipient: Recipient, event: string): EventCounter {
    this.#requireEvent(event);
    return recipient.counters.get(event) ?? { count: 0, total: 0 };
  }

  /** Counts an event, and fires its side effects when the count is reached. */
  achieve(recipient: Recipient, event: string, context?: Record<string, string>): void {
    const definition = this.#requireEvent(event);
    if (context) this.#requireContext(context);
    const counter: EventCounter = { ...this.readCounter(recipient, event) };
    counter.count++;
    counter.total++;
    if (context) counter.context = context;
    if (counter.count === definition.firesAt) {
      for (const effect of definition.sideEffects) this.#fire(effect, recipient);
      if (definition.reset) counter.count = 0;
    }
    recipient.counters.set(event, counter);
  }

  #fire(effect: SideEffect, recipient: Recipient): void {
    const { now, switches } = this.#options;
    if (effect.do === "set") {
      recipient.personData[effect.field] = typeof effect.value === "string"
        ? effect.value
        : new Date(now() + effect.value.daysFromNow * dayMs).toISOString();
      return;
    }
    const { do: _, communication: name, ...rest } = effect;
    recipient.pending.push({ name, ...rest, sentAt: now() + switches.flowDelayMs });
    this.#sendDue(recipient);
  }

  #sendDue(recipient: Recipient): void {
    if (recipient.pending.length === 0) return;
    const now = this.#options.now();
    const due = (one: Communication) => one.sentAt <= now;
    for (const communication of recipient.pending.filter(due)) {
      if (!isBlocked(recipient.personData, communication.channel)) {
        recipient.communications.push(communication);
      }
    }
    recipient.pending = recipient.pending.filter((one) => !due(one));
  }

  #recipientWith(field: string, value: string): Recipient | null {
    const wanted = { field, equal: true, value };
    return this.listRecipients().find((recipient) => this.#holds(wanted, recipient)) ?? null;
  }

  #holds({ field, equal, value }: Comparison, recipient: Recipient): boolean {
    const actual = recipient.personData[field] ?? "";
    const same = this.#options.switches.caseSensitive
      ? actual === value
      : actual.toLowerCase() === value.toLowerCase();
    return same === equal;
  }

  #isUnique(field: string): boolean {
    const { emailUnique, phoneUnique } = this.#options.switches;
    if (field === "EMAIL" && !emailUnique || field === "MSISDN" && !phoneUnique) return false;
    return this.fields.get(field)?.unique ?? false;
  }

  #requireField(name: string): void {
    if (!this.fields.has(name)) {
      throw new Refusal(400, "UNKNOWN_FIELD", `${name} is not a Person Data field`);
    }
  }

  #requireEvent(name: string): EventDefinition {
    const definition = this.#events.get(name);
    if (!definition || this.#options.switches.unknownEvents.includes(name)) {
      throw new Refusal(404, "UNKNOWN_EVENT", `The event ${name} does not exist`);
    }
    return definition;
  }

  #requireContext({ name = "", ...values }: Record<string, string>): void {
    const { unknownContext } = this.#options.switches;
    if (unknownContext === "taken") return;
    const schema = this.#contexts.find((one) => one.name === name);
    if (!schema) {
      const message = `The context schema ${name} does not exist`;
      throw new Refusal(unknownContext, "UNKNOWN_CONTEXT", message);
    }
    const unknown = Object.keys(values).find((key) => !schema.keys.includes(key));
    if (unknown !== undefined) {
      const message = `The context schema ${name} has no field ${unknown}`;
      throw new Refusal(unknownContext, "UNKNOWN_CONTEXT_FIELD", message);
    }
  }

  #newAgillicId(): string {
    const letters = Math.floor(this.#options.random() * 36 ** 3).toString(36).padStart(3, "0");
    return `.${letters}${this.#recipients.length.toString(36)}`;
  }
}
