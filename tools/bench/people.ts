import type { Seed } from "../../simulators/agillic/model.ts";
import { createDefaultSeed } from "../../simulators/agillic/seed.ts";
import { createHistory } from "../../simulators/agillic/seed_history.ts";

/** Different people, for equal reads at one moment share a call to Agillic. */
export const EMAILS: readonly string[] = Array.from(
  { length: 200 },
  (_, index) => `person${index}@bench.example`,
);

/** Somebody who got 10,000 communications in three months. */
export const LONG_HISTORY_EMAIL = "long@bench.example";

/** An instance in which everybody has the rich recipient's Person Data and 60 communications. */
export function createBenchSeed(now: number): Seed {
  const seed = createDefaultSeed(now);
  const rich = seed.recipients.find(({ personData }) => personData.EMAIL === "mette@example.dk");
  if (rich === undefined) throw new Error("Cannot seed the benchmark: mette@example.dk is missing");
  return {
    ...seed,
    recipients: [...EMAILS, LONG_HISTORY_EMAIL].map((email, index) => ({
      personData: {
        ...rich.personData,
        EMAIL: email,
        AGILLIC_ID: `.B${index}`,
        CUSTOMER_ID: `B-${index}`,
        MSISDN: String(4520000000 + index),
      },
      communications: createHistory(email === LONG_HISTORY_EMAIL ? 10_000 : 60, now),
    })),
  };
}
