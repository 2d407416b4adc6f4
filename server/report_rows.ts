import { checkTitle, countFindings, findingRow, resultLine } from "../views/findings.ts";
import type { Finding } from "./checks/finding.ts";
import type { ReportRow } from "./checks/report.ts";
import { listSettingLabels } from "./installation/setting_labels.ts";

/** Findings in English, for whoever gets the report: they need not read what the agent reads. */
export async function listReportRows(findings: readonly Finding[]): Promise<ReportRow[]> {
  const labels = await listSettingLabels("en");
  return findings.map((found) => {
    const row = findingRow("en", found, labels);
    const { state, words, next } = row;
    return {
      state,
      title: checkTitle("en", row),
      words,
      code: found.fault?.code ?? found.code,
      ...(next !== undefined && { next }),
      ...(found.status !== undefined && { status: found.status }),
    };
  });
}

/** What came of the check, in English. */
export function summarize(rows: readonly ReportRow[]): string {
  return resultLine("en", countFindings(rows, (number) => ({ number, text: String(number) })));
}
