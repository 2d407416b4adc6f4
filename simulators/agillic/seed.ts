import type { ContextSchema, EventDefinition, Field, Seed, TargetGroup } from "./model.ts";
import { createHistory } from "./seed_history.ts";
import { createMette } from "./seed_mette.ts";
import { createOrders } from "./seed_orders.ts";

const dayMs = 86_400_000;

const fields: readonly Field[] = [
  { name: "AGILLIC_ID", type: "STRING", unique: true },
  { name: "EMAIL", type: "STRING", unique: true },
  { name: "CUSTOMER_ID", type: "STRING", unique: true },
  { name: "FIRSTNAME", type: "STRING" },
  { name: "LASTNAME", type: "STRING" },
  { name: "MSISDN", type: "STRING", unique: true },
  { name: "MSISDN_TYPE", type: "STRING" },
  { name: "CITY", type: "STRING" },
  { name: "BIRTHDATE", type: "DATE" },
  { name: "CUSTOMER_SINCE", type: "DATE" },
  { name: "EMAIL_PERMISSION", type: "BOOLEAN" },
  { name: "EMAIL_PERMISSION_UPDATE", type: "TIMESTAMP" },
  { name: "LOYALTY_POINTS", type: "NUMBER" },
  { name: "FAVOURITE_PRODUCT", type: "STRING" },
  { name: "LANGUAGE", type: "STRING" },
  { name: "MEMBER", type: "BOOLEAN" },
  { name: "COMMUNICATION_PAUSED_UNTIL", type: "TIMESTAMP" },
  { name: "UNSUBSCRIBED", type: "BOOLEAN" },
  { name: "UNSUBSCRIBED_DATE", type: "TIMESTAMP" },
  { name: "VALID_EMAIL", type: "BOOLEAN" },
  { name: "MALFORMED_EMAIL", type: "BOOLEAN" },
  { name: "COMPLAINT", type: "BOOLEAN" },
  { name: "COMPLAINT_DATE", type: "TIMESTAMP" },
  { name: "INACTIVE_EMAIL", type: "BOOLEAN" },
];

const events: readonly EventDefinition[] = [
  {
    name: "welcome_event",
    firesAt: 1,
    reset: true,
    sideEffects: [{
      do: "send",
      communication: "Welcome to Acme",
      channel: "EMAIL",
      storedEmailUrl: "https://mail.example.net/stored/welcome",
    }],
  },
  {
    name: "double_opt_in",
    firesAt: 1,
    reset: true,
    sideEffects: [{
      do: "send",
      communication: "Confirm your email",
      channel: "TRANSACTIONAL_EMAIL",
      storedEmailUrl: "https://mail.example.net/stored/confirm",
      confirmEvent: "confirm_email",
    }],
  },
  {
    name: "confirm_email",
    firesAt: 1,
    reset: true,
    sideEffects: [
      { do: "set", field: "EMAIL_PERMISSION", value: "TRUE" },
      { do: "set", field: "EMAIL_PERMISSION_UPDATE", value: { daysFromNow: 0 } },
    ],
  },
  {
    name: "order_late",
    firesAt: 1,
    reset: true,
    sideEffects: [{ do: "send", communication: "About your order", channel: "EMAIL" }],
  },
  {
    // Without reset on purpose: the second achievement counts, answers 200, and changes nothing.
    name: "pause_communication",
    firesAt: 1,
    reset: false,
    sideEffects: [{
      do: "set",
      field: "COMMUNICATION_PAUSED_UNTIL",
      value: { daysFromNow: 14 },
    }],
  },
  {
    name: "resume_communication",
    firesAt: 1,
    reset: true,
    sideEffects: [{ do: "set", field: "COMMUNICATION_PAUSED_UNTIL", value: "" }],
  },
];

const contexts: readonly ContextSchema[] = [
  { name: "order", keys: ["ORDER_ID", "DAYS", "UNTIL", "REASON", "NOTE"] },
];

const targetGroups: readonly TargetGroup[] = [
  { name: "Loyal customers", description: "More than ten orders" },
  { name: "Newsletter readers", description: "Opened one in the past month" },
  { name: "Internal: churn model B", description: "Not for customer service" },
  { name: "Near a shop", description: "Lives within ten kilometres of one" },
];

/** The seed of a fresh simulator, with all times relative to `now`. */
export function createDefaultSeed(now: number): Seed {
  const history = createHistory(40, now);
  return {
    fields,
    events,
    contexts,
    tables: {
      EMAIL_STATUS: ["DOMAIN", "UNSUBSCRIBED", "UNSUBSCRIBED_DATE", "COMPLAINT", "COMPLAINT_DATE"],
      ORDERS: ["ORDER_NO", "ORDER_DATE", "TOTAL", "PAID", "NOTE"],
    },
    targetGroups,
    recipients: [
      createMette(now),
      { personData: { AGILLIC_ID: ".F0aa", EMAIL: "empty@example.dk" } },
      {
        personData: {
          AGILLIC_ID: ".F0ab",
          EMAIL: "unsubscribed@example.dk",
          FIRSTNAME: "Ulla",
          LASTNAME: "Skov",
          EMAIL_PERMISSION: "FALSE",
          EMAIL_PERMISSION_UPDATE: new Date(now - 20 * dayMs).toISOString(),
          UNSUBSCRIBED: "TRUE",
          UNSUBSCRIBED_DATE: new Date(now - 20 * dayMs).toISOString(),
        },
        communications: history.filter((one) => one.sentAt < now - 20 * dayMs && !one.bouncedAt),
        tables: {
          EMAIL_STATUS: [
            {
              DOMAIN: "news.acme.com",
              UNSUBSCRIBED: "TRUE",
              UNSUBSCRIBED_DATE: new Date(now - 20 * dayMs).toISOString(),
            },
            { DOMAIN: "shop.acme.com", UNSUBSCRIBED: "FALSE" },
          ],
          ORDERS: createOrders(1, now),
        },
      },
      {
        personData: {
          AGILLIC_ID: ".F0ac",
          EMAIL: "bounced@example.dk",
          FIRSTNAME: "Birk",
          LASTNAME: "Lund",
          EMAIL_PERMISSION: "TRUE",
          VALID_EMAIL: "false",
        },
        communications: [30, 16, 2].map((days) => ({
          name: `Newsletter, week ${days / 2}`,
          channel: "EMAIL",
          sentAt: now - days * dayMs,
          bouncedAt: now - days * dayMs + 60_000,
        })),
      },
      {
        personData: {
          AGILLIC_ID: ".F0ad",
          EMAIL: "busy@example.dk",
          FIRSTNAME: "Bodil",
          LASTNAME: "Travl",
          EMAIL_PERMISSION: "TRUE",
        },
        communications: createHistory(300, now),
        tables: { ORDERS: createOrders(120, now) },
        targetGroups: targetGroups.map(({ name }) => name),
      },
      {
        personData: {
          AGILLIC_ID: ".F0ae",
          EMAIL: "søren+nyhed@example.dk",
          FIRSTNAME: "Søren",
          LASTNAME: "Ærø",
          CITY: "Åbenrå",
        },
        communications: history.slice(-3),
      },
      { personData: { AGILLIC_ID: ".F0af", EMAIL: "shared@example.dk", FIRSTNAME: "Ida" } },
      {
        personData: { AGILLIC_ID: ".F0ag", EMAIL: "shared@example.dk", FIRSTNAME: "Otto" },
        shares: "EMAIL",
      },
      {
        personData: {
          AGILLIC_ID: ".F0ah",
          EMAIL: "o'brien/kent@example.ie",
          FIRSTNAME: "Clark",
          LASTNAME: "O'Brien",
          CITY: "Galway",
        },
        communications: history.slice(-2),
      },
      {
        personData: {
          AGILLIC_ID: ".F0ai",
          EMAIL: "script@example.dk",
          FIRSTNAME: `"><script>alert(1)</script>`,
          LASTNAME: "javascript:alert(1)",
          CITY: "<b>&amp;</b>",
        },
        communications: [{
          name: `"><script>alert(1)</script>`,
          channel: `"><script>alert(1)</script>`,
          sentAt: now - 3 * dayMs,
          storedEmailUrl: "javascript:alert(1)",
        }],
      },
      {
        personData: {
          AGILLIC_ID: ".F0aj",
          MSISDN: "+4570102031",
          FIRSTNAME: "Tove",
          LASTNAME: "Telefon",
        },
        communications: [{ name: "Welcome", channel: "SMS", sentAt: now - 5 * dayMs }],
      },
      {
        personData: {
          AGILLIC_ID: ".F0ak",
          EMAIL: "per@example.dk",
          MSISDN: "4533112233",
          FIRSTNAME: "Per",
        },
      },
      {
        personData: {
          AGILLIC_ID: ".F0al",
          EMAIL: "pia@example.dk",
          MSISDN: "4533112233",
          FIRSTNAME: "Pia",
        },
        shares: "MSISDN",
      },
    ],
  };
}
