/** Histories that the states show. */
import type { Activity } from "../../views/activity.ts";
import { hoursAgo } from "./state.ts";

/** A communication of a state. */
export type Sent = { channel: string; name: string; sentAt: Date; activity: Activity };

/** Three months in hours. */
export const months = 24 * 92;

/** Few of them, of several channels. */
export const some: readonly Sent[] = [
  ["EMAIL", "Order is on its way", 30, "opened"],
  ["SMS", "Parcel ready", 44, ""],
  ["EMAIL", "Autumn sale", 70, "clicked"],
  ["PUSH_NOTIFICATION", "New in the app", 220, "not_opened"],
  ["EMAIL", "October newsletter", 400, "opened"],
  ["PRINT", "Catalogue", 640, ""],
  ["TRANSACTIONAL_EMAIL", "Receipt 100234", 800, "opened"],
  ["INBOUND_SMS", "STOP", 900, ""],
  ["FACEBOOK_CA", "Lookalike autumn", 1100, ""],
  ["GOOGLE_CM", "Customer match autumn", 1200, ""],
  ["EMAIL", "September newsletter", 1300, "hard_bounced"],
  ["CARRIER_PIGEON", "A channel that is new to us", 1500, ""],
  [
    "EMAIL",
    "August newsletter with a name that goes on and on and on for longer",
    2000,
    "not_opened",
  ],
].map(([channel, name, hours, activity]) => ({
  channel,
  name,
  sentAt: hoursAgo(Number(hours)),
  activity,
} as Sent));

/** From before the ticket: its possible causes go over the end of a page. */
export const beforeTheTicket: Sent[] = Array.from({ length: 40 }, (_, index) => ({
  channel: index === 3 ? "INBOUND_SMS" : "EMAIL",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo(21 + index * 2),
  activity: "",
}));

/** One of them yet to be sent. */
export const inTheFuture: Sent[] = [
  { channel: "EMAIL", name: "Winter sale", sentAt: hoursAgo(-300), activity: "" },
  ...some.slice(0, 2),
];

/** One of them without a channel. */
export const withoutChannel: Sent[] = [
  { channel: "", name: "A channel that Agillic does not say", sentAt: hoursAgo(30), activity: "" },
  ...some.slice(0, 2),
];

/** Most of them used once. */
export const manyChannels: Sent[] = Array.from({ length: 320 }, (_, index) => ({
  channel: `CHANNEL_${index < 310 ? index : index % 5}`,
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo(100 + index * 5),
  activity: "",
}));

/** A mail about every half day, five of which bounced. */
export const fewBounces: Sent[] = Array.from({ length: 168 }, (_, index) => ({
  channel: "EMAIL",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo(100 + index * 12),
  activity: index % 34 === 3 ? "hard_bounced" : index % 3 === 0 ? "opened" : "not_opened",
}));

/** Names in other scripts. */
export const scripts: Sent[] = [
  { channel: "EMAIL", name: "מבצע סתיו!", sentAt: hoursAgo(30), activity: "opened" },
  { channel: "יונה", name: "👨‍👩‍👧‍👦".repeat(40), sentAt: hoursAgo(44), activity: "" },
];

/** Deterministic, so that pictures can be compared. */
export const thousands: Sent[] = Array.from({ length: 10_000 }, (_, index) => ({
  channel: ["EMAIL", "EMAIL", "SMS", "PUSH_NOTIFICATION", "TRANSACTIONAL_EMAIL"][index % 5] ?? "",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo((index / 10_000) * months),
  activity: (["opened", "not_opened", "", "clicked", "opened"] as const)[(index * 7) % 5] ?? "",
}));
