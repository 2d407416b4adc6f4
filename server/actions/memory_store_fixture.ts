/** A store of plain objects that can be made to fail, for tests that move the clock themselves. */
import {
  type ActivityEntry,
  type Claim,
  claimOf,
  type LastRecord,
  recordAfter,
  type Store,
} from "./store.ts";

/** What the store does at each use; reset it to `work` to have it back. */
export type Fault = "work" | "hang" | "reject" | "refuse writes";

/** The store, and what it was asked. */
export type MemoryStore = Store & {
  claims: Map<string, Claim>;
  records: Map<string, LastRecord>;
  /** By the nonce of its action. */
  activity: Map<string, ActivityEntry>;
  fault: Fault;
  /** Thrown by as many of the next uses. */
  errors: Error[];
  uses: string[];
  /** Ends every use that hangs as if nothing had been wrong. */
  resume(): void;
};

/** Makes an empty one. */
export function createMemoryStore(): MemoryStore {
  const claims = new Map<string, Claim>();
  const records = new Map<string, LastRecord>();
  const activity = new Map<string, ActivityEntry>();
  const hanging: (() => void)[] = [];

  async function used(name: string, { writes }: { writes: boolean }): Promise<void> {
    self.uses.push(name);
    const error = self.errors.shift();
    if (error !== undefined) throw error;
    if (self.fault === "hang") await new Promise<void>((resolve) => hanging.push(resolve));
    if (self.fault === "reject" || self.fault === "refuse writes" && writes) {
      throw new Error("attempt to write a readonly database");
    }
  }

  const self: MemoryStore = {
    claims,
    records,
    activity,
    fault: "work",
    errors: [],
    uses: [],
    resume() {
      self.fault = "work";
      for (const resume of hanging.splice(0)) resume();
    },
    async claim({ nonce, places, decide }) {
      await used("claim", { writes: true });
      const claim = claims.get(nonce);
      if (claim !== undefined) return { kind: "repeated", claim };
      const seen = places.map((place) => records.get(place)).filter((r) => r !== undefined);
      const record = decide(seen);
      if (record === null) return { kind: "refused", records: seen };
      claims.set(nonce, claimOf(record, null));
      records.set(places[0] ?? "", record);
      return { kind: "claimed", record, records: seen };
    },
    async findClaim(nonce) {
      await used("findClaim", { writes: false });
      return claims.get(nonce) ?? null;
    },
    async settle(settlement) {
      await used("settle", { writes: true });
      const { nonce, place, outcome, previous } = settlement;
      claims.set(nonce, claimOf(settlement.record, outcome));
      activity.set(nonce, settlement.activity);
      if (records.get(place)?.nonce !== nonce) return;
      const record = recordAfter(settlement, claims.get(previous?.nonce ?? "") ?? null);
      if (record === null) records.delete(place);
      else records.set(place, record);
    },
    async listLast(places) {
      await used("listLast", { writes: false });
      return places.map((place) => records.get(place) ?? null);
    },
    async listActivity({ subdomain, installationId, since, most }) {
      await used("listActivity", { writes: false });
      return [...activity.values()]
        .filter((entry) =>
          entry.subdomain === subdomain && entry.installationId === installationId &&
          entry.at >= since
        )
        .toSorted((one, other) => other.at - one.at)
        .slice(0, most)
        .map(({ sealed }) => sealed);
    },
    orders: {
      async change() {
        await used("change", { writes: true });
      },
      async list(places) {
        await used("list", { writes: false });
        return places.map(() => []);
      },
      async findPlaces() {
        await used("findPlaces", { writes: false });
        return [];
      },
      async listDue() {
        await used("listDue", { writes: false });
        return [];
      },
      async hasDelivery() {
        await used("hasDelivery", { writes: false });
        return false;
      },
      async keepDelivery() {
        await used("keepDelivery", { writes: true });
      },
    },
    async probe() {
      await used("probe", { writes: true });
    },
    close() {
      self.uses.push("close");
    },
  };
  return self;
}
