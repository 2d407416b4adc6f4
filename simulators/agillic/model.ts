/** Person Data by field name; an absent name is an empty field. Dates and timestamps are kept as ISO. */
export type PersonData = Record<string, string>;

/** A Person Data field of the instance. */
export type Field = {
  name: string;
  type: "STRING" | "NUMBER" | "BOOLEAN" | "DATE" | "TIMESTAMP";
  /** A unique field can name one recipient in a path. Of EMAIL and MSISDN it is a switch. */
  unique?: true;
};

/** One thing sent to (or received from) a recipient; times in milliseconds since 1970. */
export type Communication = {
  name: string;
  channel: string;
  sentAt: number;
  openedAt?: number;
  clickedAt?: number;
  bouncedAt?: number;
  storedEmailUrl?: string;
  /** The event that is achieved when the customer follows this mail's confirmation link. */
  confirmEvent?: string;
};

/** What an event causes: a flow that sends, some seconds later, or Person Data set at once. */
export type SideEffect =
  | {
    do: "send";
    communication: string;
    channel: string;
    storedEmailUrl?: string;
    confirmEvent?: string;
  }
  | { do: "set"; field: string; value: string | { daysFromNow: number } };

/** An event of the instance: a counter for each recipient, with side effects at a count. */
export type EventDefinition = {
  name: string;
  firesAt: number;
  /** With reset the counter starts again after firing; without, it fires once and only counts on. */
  reset: boolean;
  sideEffects: readonly SideEffect[];
};

/** What can be sent with an event: the keys of a context schema. */
export type ContextSchema = { name: string; keys: readonly string[] };

/** A row of a one-to-many table by column; timestamps are kept as ISO. */
export type TableRow = Readonly<Record<string, string>>;

/** A field in which several may have the same value. */
export type SharedField = "EMAIL" | "MSISDN";

/** A target group of the instance. */
export type TargetGroup = { name: string; description: string };

/** A recipient to start with. */
export type SeedRecipient = {
  personData: PersonData;
  communications?: readonly Communication[];
  /** Rows of one-to-many tables, by table. */
  tables?: Readonly<Record<string, readonly TableRow[]>>;
  /** The names of the target groups that they are in. */
  targetGroups?: readonly string[];
  /** Holds a value of somebody else in this field, so it exists only while that one is not unique. */
  shares?: SharedField;
};

/** What a fresh simulator holds. */
export type Seed = {
  fields: readonly Field[];
  events: readonly EventDefinition[];
  contexts?: readonly ContextSchema[];
  /** The columns of the one-to-many tables, by table. */
  tables?: Readonly<Record<string, readonly string[]>>;
  targetGroups?: readonly TargetGroup[];
  recipients: readonly SeedRecipient[];
};

/** How far one event's counter is for one recipient. */
export type EventCounter = {
  /** What Agillic counts; starts again when an event with reset fires. */
  count: number;
  /** Every achievement there was. */
  total: number;
  /** The context parameters of the latest achievement that had some. */
  context?: Record<string, string>;
};

/** A recipient as the simulator holds it. */
export type Recipient = {
  personData: PersonData;
  shares: SharedField | null;
  /** In the order of their arrival; a communication's place here is its number in the control API. */
  communications: Communication[];
  tables: Readonly<Record<string, readonly TableRow[]>>;
  targetGroups: readonly string[];
  counters: Map<string, EventCounter>;
  /** Flows that have been started and have not sent yet. */
  pending: Communication[];
};
