import { countFindings, findingRow } from "../../views/findings.ts";
import { exactUtc } from "../../views/format.ts";
import { SetupPart } from "../../views/setup.tsx";
import { checkAgillic } from "../checks/agillic_checks.ts";
import { checkClock } from "../checks/clock.ts";
import type { Finding } from "../checks/finding.ts";
import { parseTestRecipient, type TestRecipient } from "../checks/recipient_to_check.ts";
import { describeVersions, hideSecrets, worstFirst, writeReport } from "../checks/report.ts";
import { checkKeys, checkStore, checkWebhook } from "../checks/server_checks.ts";
import { checkNothing, checkReadOnly, checkSettings } from "../checks/settings_check.ts";
import { knownOf } from "../installation/accounts.ts";
import { listAdmitted, NO_LIMITS } from "../installation/limits.ts";
import { listSettingLabels } from "../installation/setting_labels.ts";
import { listReportRows, summarize } from "../report_rows.ts";
import type { Services } from "../services.ts";
import type { Visitor } from "../visit.ts";
import type { Shown } from "./shown.ts";

/** Checks the configuration; `typed` is the address of the recipient on whom events are read, null before a post. */
export async function showSetup(
  visitor: Visitor,
  typed: string | null,
  services: Services,
): Promise<Shown> {
  const { language, formatter, requester } = visitor;
  // The requester is only suggested: nobody is looked up before the form is posted.
  const testRecipient = parseTestRecipient(typed);
  const findings = await listFindings(visitor, testRecipient, services);
  const labels = await listSettingLabels(language);
  const rows = findings.map((found) => findingRow(language, found, labels));
  const report = await writeCheck(visitor, findings, testRecipient, services);
  return {
    html: (
      <SetupPart
        language={language}
        fetchedAt={formatter.clock(new Date(services.now()))}
        rows={rows}
        counts={countFindings(rows, formatter.count)}
        testRecipient={typed ?? requester.email ?? ""}
        report={report}
      />
    ),
  };
}

async function listFindings(
  { agent, ask, session: { settings, faults } }: Visitor,
  testRecipient: TestRecipient,
  { agillicClock, config, store, now, randomId, sealing }: Services,
): Promise<Finding[]> {
  const { accounts, readOnly, sessionKeys } = config;
  const account = accounts.get(agent.subdomain);
  const limits = account ? knownOf(account, agent.installationId).limits : NO_LIMITS;
  const startedAt = now();
  const [asked, stored, keys] = await Promise.all([
    ask === null || settings === null ? checkNothing() : ask((client) =>
      checkAgillic({
        client,
        settings,
        faults,
        testRecipient,
        allowedPersonData: limits.personData,
        allowedTables: listAdmitted(limits, "tables"),
        allowedTargetGroups: listAdmitted(limits, "targetGroups"),
      })
    ),
    checkStore(store, randomId()),
    checkKeys({ sealing, keys: sessionKeys.length, secrets: account?.settingsSecrets.length ?? 0 }),
  ]);
  return [
    ...checkSettings(faults),
    ...asked,
    ...checkWebhook(settings, account?.webhookSecrets ?? []),
    stored,
    checkClock(agillicClock, startedAt),
    keys,
    checkReadOnly(readOnly, settings),
  ];
}

async function writeCheck(
  { requestId, session }: Visitor,
  findings: readonly Finding[],
  testRecipient: TestRecipient,
  { assets, now }: Services,
): Promise<string> {
  const rows = hideSecrets(worstFirst(await listReportRows(findings)), [
    session.settings?.token ?? "",
    testRecipient.ok ? testRecipient.value : "",
  ]);
  return writeReport([
    `${describeVersions()}, ${assets.scriptPath}`,
    `Configuration check of ${exactUtc(new Date(now()))}, request ${requestId}`,
    summarize(rows),
  ], rows);
}
