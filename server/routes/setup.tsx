import { Hono } from "hono";
import { findingRow } from "../../views/findings.ts";
import { exactUtc } from "../../views/format.ts";
import { SetupPart } from "../../views/setup.tsx";
import { checkAgillic } from "../checks/agillic_checks.ts";
import { checkClock } from "../checks/clock.ts";
import type { Finding } from "../checks/finding.ts";
import { describeVersions, hideSecrets, writeReport } from "../checks/report.ts";
import { checkKeys, checkStore } from "../checks/server_checks.ts";
import { checkNothing, checkReadOnly, checkSettings } from "../checks/settings_check.ts";
import { parseTestRecipient, type TestRecipient } from "../checks/recipient_to_check.ts";
import { answerHtml } from "../answer.ts";
import { type AppContext, type AppEnv, type Services, waitForAgillic } from "../context.ts";
import { listSettingLabels } from "../installation/setting_labels.ts";
import { fragment } from "./fragment.tsx";
import { listReportRows } from "./setup_report.ts";

/** GET and POST /setup: the configuration check, which changes nothing and triggers nothing. */
export function createSetupRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(fragment("setup", services, { allowFaults: true }))
    .get("/", async (c) => await answerCheck(c, services, ""))
    // The address is personal: a form keeps it out of every URL and log.
    .post("/", async (c) => {
      const { testRecipient } = await c.req.parseBody();
      return await answerCheck(c, services, typeof testRecipient === "string" ? testRecipient : "");
    });
}

async function answerCheck(
  c: AppContext,
  services: Services,
  typed: string,
): Promise<Response> {
  const language = c.get("language");
  const formatter = c.get("formatter");
  const testRecipient = parseTestRecipient(typed);
  const findings = await listFindings(c, services, testRecipient);
  const labels = await listSettingLabels(language);
  return answerHtml(
    c,
    <SetupPart
      language={language}
      fetchedAt={formatter.clock(new Date(services.now()))}
      rows={findings.map((found) => findingRow(language, found, labels))}
      faults={formatter.count(findings.filter(({ state }) => state === "red").length)}
      testRecipient={typed}
      report={await reportOf(c, services, findings, testRecipient)}
    />,
  );
}

async function listFindings(
  c: AppContext,
  services: Services,
  testRecipient: TestRecipient,
): Promise<Finding[]> {
  const { agillic, agillicClock, config, kv, now, randomId, sealing } = services;
  const { settings, faults } = c.get("session");
  const startedAt = now();
  const [asked, store, keys] = await Promise.all([
    settings === null ? checkNothing() : waitForAgillic(
      c,
      checkAgillic({
        client: agillic.client(settings.token),
        settings,
        testRecipient,
        allowedPersonData: config.allowedPersonData,
      }),
    ),
    checkStore(kv, randomId()),
    checkKeys({
      sealing,
      keys: config.sessionKeys.length,
      secrets: config.settingsSecrets.length,
    }),
  ]);
  return [
    ...checkSettings(faults),
    ...asked,
    store,
    checkClock(agillicClock, startedAt),
    keys,
    checkReadOnly(config.readOnly, settings),
  ];
}

async function reportOf(
  c: AppContext,
  { assets, now }: Services,
  findings: readonly Finding[],
  testRecipient: TestRecipient,
): Promise<string> {
  const rows = hideSecrets(await listReportRows(findings), [
    c.get("session").settings?.token ?? "",
    testRecipient.ok ? testRecipient.value : "",
  ]);
  return writeReport([
    `${describeVersions()}, ${assets.scriptPath}`,
    `Configuration check of ${exactUtc(new Date(now()))}, request ${c.get("requestId")}`,
  ], rows);
}
