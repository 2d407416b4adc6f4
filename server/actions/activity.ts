import { z } from "zod";
import type { Sealing } from "../sealing.ts";
import type { Offer } from "./action.ts";
import type { KeptStore } from "./kept_store.ts";
import {
  ACTIVITY_TTL_MS,
  type ActivityEntry,
  type InstallationOwner,
  type Outcome,
} from "./store.ts";

/** An action that ended: who did what, when, in which ticket. Nothing in it is about a customer. */
export type Activity = z.infer<typeof activitySchema>;

/** The activity of an installation, newest first. */
export type ListedActivity = {
  all: readonly Activity[];
  /** How many more there are that no present key opens. */
  unreadable: number;
  /** Whether there are older ones that were not read. */
  isCut: boolean;
};

/** How many actions are read at the most. */
const MOST_ACTIVITY = 5_000;

// The store forgets it first, by a clock that may be another.
const SEAL_TTL_SECONDS = ACTIVITY_TTL_MS / 1000 + 24 * 60 * 60;

const activitySchema = z.object({
  /** When it ended, in epoch ms. */
  at: z.number(),
  userId: z.string(),
  /** What Zendesk called the agent then. */
  agent: z.string(),
  ticketId: z.string(),
  kind: z.enum(["event", "resume", "create", "double_opt_in"]),
  /** The event's name in Agillic; of a creation the one that follows it. */
  event: z.string(),
  outcome: z.enum(["done", "failed", "unknown"]),
});

const ownerSchema = z.object({ subdomain: z.string(), installationId: z.string() });

/** What an installation's activity keeps of an action that ended; `agent` is the agent's name. */
export async function sealActivity(
  sealing: Sealing,
  { subdomain, installationId, userId, ticketId, kind, event }: Offer,
  agent: string,
  { at, status: outcome }: Outcome,
): Promise<ActivityEntry> {
  const owner = { subdomain, installationId };
  const activity: Activity = { at, userId, agent, ticketId, kind, event, outcome };
  const sealed = await sealing.seal("activity", { ...owner, ...activity }, SEAL_TTL_SECONDS);
  return { ...owner, at, sealed };
}

/** What reading it needs; `now` in epoch ms. */
export type ActivityOptions = {
  store: Pick<KeptStore, "listActivity">;
  sealing: Sealing;
  now: () => number;
};

/** What was done in an installation in 90 days. Throws StoreError. */
export async function listActivity(
  { store, sealing, now }: ActivityOptions,
  { subdomain, installationId }: InstallationOwner,
): Promise<ListedActivity> {
  const owner = { subdomain, installationId };
  const since = now() - ACTIVITY_TTL_MS;
  const kept = await store.listActivity({ ...owner, since, most: MOST_ACTIVITY + 1 });
  const read = kept.slice(0, MOST_ACTIVITY);
  const all = (await Promise.all(read.map((sealed) => openActivity(sealing, sealed, owner))))
    .filter((activity) => activity !== null);
  return { all, unreadable: read.length - all.length, isCut: kept.length > read.length };
}

/** Null where no key opens it, or it was moved here from another installation. */
async function openActivity(
  sealing: Sealing,
  sealed: string,
  owner: InstallationOwner,
): Promise<Activity | null> {
  const opened = await sealing.open("activity", sealed);
  if (!opened.ok) return null;
  const present = ownerSchema.safeParse(opened.value).data;
  const isOwn = present?.subdomain === owner.subdomain &&
    present.installationId === owner.installationId;
  return isOwn ? activitySchema.safeParse(opened.value).data ?? null : null;
}
