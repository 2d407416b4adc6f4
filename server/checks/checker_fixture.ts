import { connect, type SimulatorOptions } from "../agillic/connected_client_fixture.ts";
import { parseFilledIn } from "../installation/settings_fixture.ts";
import { type AgillicCheckOptions, checkAgillic } from "./agillic_checks.ts";
import type { Finding } from "./finding.ts";
import { parseTestRecipient } from "./recipient_to_check.ts";

/** What a test needs of a simulator. */
export type CheckedSimulator<Switches> = {
  fetch(url: string, init: RequestInit): Promise<Response>;
  set(switches: Switches): void;
  readonly calls: readonly { method: string; path: string }[];
};

/** What is not as it is where everything is good. */
export type Given<Switches> =
  & {
    settings?: Record<string, string | boolean>;
    switches?: Switches;
    testRecipient?: string;
    /** Answers in the simulator's place, by the path; null lets the simulator answer. */
    fetch?: (path: string) => Response | null;
  }
  & Partial<
    Pick<AgillicCheckOptions, "allowedPersonData" | "allowedTables" | "allowedTargetGroups">
  >;

/** What was found, as `state check subject code` too, and every call that was made. */
export type CheckedAgillic = {
  findings: Finding[];
  summary: string[];
  calls: readonly { method: string; path: string }[];
};

/** Checks, for tests, a fresh simulator with these settings but for what is given. */
export function createChecker<Switches>(
  createSimulator: (options: SimulatorOptions) => CheckedSimulator<Switches>,
  goodSettings: Readonly<Record<string, string | boolean>>,
): (given?: Given<Switches>) => Promise<CheckedAgillic> {
  return async (given = {}) => {
    const { clock, simulator, clientOf } = connect((options) => {
      const simulator = createSimulator(options);
      if (given.switches !== undefined) simulator.set(given.switches);
      return {
        calls: simulator.calls,
        fetch: async (url: string, init: RequestInit) =>
          given.fetch?.(new URL(url).pathname) ?? await simulator.fetch(url, init),
      };
    });
    const { settings, faults } = parseFilledIn({ ...goodSettings, ...given.settings });
    if (settings === null) throw new Error("Cannot check: the settings of the test are faulty");
    const findings = await clock.until(checkAgillic({
      client: clientOf(settings.token, settings),
      settings,
      faults,
      testRecipient: parseTestRecipient(given.testRecipient ?? "mette@example.dk"),
      allowedPersonData: given.allowedPersonData ?? null,
      allowedTables: given.allowedTables ?? null,
      allowedTargetGroups: given.allowedTargetGroups ?? null,
    }));
    return { findings, summary: findings.map(summaryOf), calls: simulator.calls };
  };
}

function summaryOf({ state, check, subject, code }: Finding): string {
  return [state, check, subject, code].filter(Boolean).join(" ");
}
