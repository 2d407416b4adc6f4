declare const encoded: unique symbol;

/** A path and query under the base URL with every value encoded; only this file can make one. */
export type AgillicPath = string & { readonly [encoded]: true };

/** Which recipient: a Person Data field and its value, `EMAIL=a@b.dk` or `AGILLIC_ID=.EbrB`. */
export type RecipientKey = { readonly field: string; readonly value: string };

/** `/recipients/EMAIL=a%40b.dk` */
export function recipientPath({ field, value }: RecipientKey): AgillicPath {
  return path`/recipients/${field}=${value}`;
}

/** `/recipients`, to which new ones are posted. */
export function recipientsPath(): AgillicPath {
  return path`/recipients`;
}

/** `/recipients?filter=EMAIL==a@b.dk`, encoded. */
export function matchingRecipientsPath(key: RecipientKey): AgillicPath {
  return path`/recipients?filter=${rsqlEquals(key)}`;
}

/** `/recipients/EMAIL=a%40b.dk/events/welcome` */
export function eventPath({ field, value }: RecipientKey, eventName: string): AgillicPath {
  return path`/recipients/${field}=${value}/events/${eventName}`;
}

/** `/recipients/EMAIL=a%40b.dk/events/welcome/:achieveEvent` */
export function achieveEventPath({ field, value }: RecipientKey, eventName: string): AgillicPath {
  return path`/recipients/${field}=${value}/events/${eventName}/:achieveEvent`;
}

/** `/recipients/EMAIL=a%40b.dk/events/welcome/:achieveWithContext` */
export function achieveWithContextPath(
  { field, value }: RecipientKey,
  eventName: string,
): AgillicPath {
  return path`/recipients/${field}=${value}/events/${eventName}/:achieveWithContext`;
}

/** `/recipients/EMAIL=a%40b.dk/:listCommunicationHistory?dateStart=…&dateEnd=…` */
export function communicationsPath(
  { field, value }: RecipientKey,
  period: { from: Date; to: Date },
): AgillicPath {
  const from = period.from.toISOString();
  const to = period.to.toISOString();
  return path`/recipients/${field}=${value}/:listCommunicationHistory?dateStart=${from}&dateEnd=${to}`;
}

/** `/recipients/EMAIL=a%40b.dk/oneToManyTables/EMAIL_STATUS` */
export function tableRowsPath({ field, value }: RecipientKey, table: string): AgillicPath {
  return path`/recipients/${field}=${value}/oneToManyTables/${table}`;
}

/** `/recipients/EMAIL=a%40b.dk/targetGroups` */
export function targetGroupsPath({ field, value }: RecipientKey): AgillicPath {
  return path`/recipients/${field}=${value}/targetGroups`;
}

/** `/discovery/targetgroups` */
export function discoveredTargetGroupsPath(): AgillicPath {
  return path`/discovery/targetgroups`;
}

/** `/discovery/onetomany` */
export function tablesPath(): AgillicPath {
  return path`/discovery/onetomany`;
}

/** `/discovery/onetomany/ORDERS` */
export function tableColumnsPath(table: string): AgillicPath {
  return path`/discovery/onetomany/${table}`;
}

/** `/discovery/persondata` */
export function personDataFieldsPath(): AgillicPath {
  return path`/discovery/persondata`;
}

/** `/oauth2/token` */
export function tokenPath(): AgillicPath {
  return path`/oauth2/token`;
}

/** False for what no URL can carry: dots alone are dropped, even encoded, and hit another route. */
export function isEventName(name: string): boolean {
  return name.trim() !== "" && name !== "." && name !== "..";
}

/**
 * RSQL for "this field is exactly this value". A value with a character that RSQL reserves is
 * quoted, so that a quote or a comma in an address cannot add a condition of its own.
 */
function rsqlEquals({ field, value }: RecipientKey): string {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(field)) {
    throw new TypeError(
      "Filtering recipients failed: the field name has to be letters, digits and underscores",
    );
  }
  const plain = /^[\p{L}\p{N}@.+_-]+$/u.test(value);
  return `${field}==${plain ? value : `"${value.replace(/["\\]/g, "\\$&")}"`}`;
}

/** `=` and the rest of the template stay raw, as Agillic wants them; each value is encoded. */
function path(literals: TemplateStringsArray, ...values: string[]): AgillicPath {
  let text = literals[0] ?? "";
  // A lone surrogate would make encodeURIComponent throw; well formed, it merely finds nobody.
  values.forEach((value, index) => {
    text += encodeURIComponent(value.toWellFormed()) + (literals[index + 1] ?? "");
  });
  return text as AgillicPath;
}
