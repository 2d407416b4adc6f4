import type { Communication, SeedRecipient } from "./model.ts";
import { createOrders } from "./seed_orders.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The rich recipient: every kind of field, every channel and activity, the last days included. */
export function createMette(now: number): SeedRecipient {
  return {
    personData: {
      AGILLIC_ID: ".EbrB",
      EMAIL: "mette@example.dk",
      CUSTOMER_ID: "C-1001",
      FIRSTNAME: "Mette",
      LASTNAME: "Holm",
      MSISDN: "4520123456",
      MSISDN_TYPE: "Mobile",
      CITY: "Aarhus",
      BIRTHDATE: "1987-03-14",
      CUSTOMER_SINCE: "2019-11-02",
      EMAIL_PERMISSION: "TRUE",
      EMAIL_PERMISSION_UPDATE: new Date(now - 400 * dayMs).toISOString(),
      LOYALTY_POINTS: "1250",
      FAVOURITE_PRODUCT: "Rye bread & butter",
      LANGUAGE: "da",
      MEMBER: "TRUE",
      VALID_EMAIL: "TRUE",
    },
    communications: createCommunications(now),
    tables: { ORDERS: createOrders(3, now) },
    targetGroups: ["Newsletter readers", "Loyal customers", "Internal: churn model B"],
  };
}

function createCommunications(now: number): Communication[] {
  const mail = (name: string, sentAt: number): Communication => ({
    name,
    channel: "EMAIL",
    sentAt,
    storedEmailUrl: `https://mail.example.net/stored/${sentAt.toString(36)}`,
  });
  const opened = (one: Communication, afterMs: number): Communication => ({
    ...one,
    openedAt: one.sentAt + afterMs,
  });
  const clicked = (one: Communication, afterMs: number): Communication => ({
    ...opened(one, afterMs),
    clickedAt: one.sentAt + afterMs + 2 * minuteMs,
  });
  return [
    // Older than three months: must never be shown.
    opened(mail("Anniversary catalogue", now - 110 * dayMs), hourMs),
    clicked(mail("Welcome back offer", now - 83 * dayMs), 3 * hourMs),
    { name: "Spring and autumn catalogue", channel: "PRINT", sentAt: now - 75 * dayMs },
    { name: "Lookalike audience", channel: "FACEBOOK_CA", sentAt: now - 66 * dayMs },
    { ...mail("Newsletter no. 10", now - 52 * dayMs), bouncedAt: now - 52 * dayMs + minuteMs },
    { name: "Retargeting audience", channel: "GOOGLE_CM", sentAt: now - 45 * dayMs },
    opened(mail("Member evening", now - 33 * dayMs), 26 * hourMs),
    {
      name: "Points about to expire",
      channel: "PUSH_NOTIFICATION",
      sentAt: now - 21 * dayMs,
      openedAt: now - 21 * dayMs + 5 * minuteMs,
    },
    mail("Newsletter no. 11", now - 14 * dayMs),
    {
      ...mail("Preview of the sale", now - 9 * dayMs),
      storedEmailUrl: "javascript:alert(1)",
    },
    { name: "Chat follow-up", channel: "WHATSAPP", sentAt: now - 6 * dayMs },
    clicked({
      ...mail("Your order 20117 is on its way", now - 60 * hourMs),
      channel: "TRANSACTIONAL_EMAIL",
    }, 20 * minuteMs),
    { name: "Your parcel is ready", channel: "SMS", sentAt: now - 31 * hourMs },
    { name: "STOP", channel: "INBOUND_SMS", sentAt: now - 30 * hourMs },
    opened(mail("How was your order?", now - 5 * hourMs), 40 * minuteMs),
  ];
}
