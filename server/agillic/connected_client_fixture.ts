import { type Agillic, type AgillicClient, createAgillic } from "./client.ts";
import { ManualClock } from "./manual_clock_fixture.ts";
import type { AgillicOptions, Delay } from "./options.ts";

/** What a simulator is made with, so that it and its client live by one clock. */
export type SimulatorOptions = {
  readonly now: () => number;
  readonly delay: Delay;
  readonly random: () => number;
};

/** A client, for tests, and the simulator that it calls. */
export type Connected<Simulator> = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly client: AgillicClient;
  readonly clientOf: Agillic["client"];
};

/** Connects a client to a fresh simulator. */
export function connect<Simulator extends Pick<AgillicOptions, "fetch">>(
  createSimulator: (options: SimulatorOptions) => Simulator,
): Connected<Simulator> {
  const clock = new ManualClock();
  const { now, elapsed, delay } = clock;
  const random = () => 0.5;
  const simulator = createSimulator({ now, delay, random });
  const { fetch } = simulator;
  const baseUrl = "https://agillic.example";
  const agillic = createAgillic({
    baseUrl,
    fetch,
    now,
    elapsed,
    delay,
    random,
    callsAtOnce: 16,
  });
  const client = agillic.client(btoa("agillic-key:agillic-secret"));
  return { clock, simulator, client, clientOf: agillic.client };
}
