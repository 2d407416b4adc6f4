import type { JSX } from "hono/jsx/jsx-runtime";
import { remembered } from "./remembered.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";

/** What is to be said first about delivery to this recipient. Dates and numbers as they are read. */
export type Verdict =
  | { kind: "bounces"; since?: string }
  | OptOut
  | { kind: "malformed" | "inactive" | "msisdn_invalid" }
  | { kind: "awaiting" | "no_permission" | "unsubscribed_unknown" }
  | { kind: "opened"; opened: string; sent: Counted }
  | { kind: "sent"; sent: Counted }
  | { kind: "nothing_sent" };

/** Out of all mail, or of that from these sending domains; "" stands for those that are not named. */
type OptOut = {
  kind: "complaint" | "unsubscribed";
  since?: string;
  domains?: readonly { domain: string; since?: string }[];
};

/** One line: does what is sent arrive. */
export function VerdictText(
  { language, verdict }: { language: Language; verdict: Verdict },
): JSX.Element {
  return (
    <p class="verdict" data-verdict={verdict.kind} data-tone={toneOf(verdict)}>
      {verdictWords(language, verdict)}
    </p>
  );
}

/** The same beside what an agent triggers: only what speaks against delivery. */
export function VerdictWarning(
  { language, verdict }: { language: Language; verdict: Verdict },
): JSX.Element | null {
  if (toneOf(verdict) === "plain") return null;
  return <VerdictText {...{ language, verdict }} />;
}

/** The verdict in words. */
export function verdictWords(language: Language, verdict: Verdict): string {
  switch (verdict.kind) {
    case "bounces":
      return verdict.since === undefined
        ? say(language, "verdict.bounces")
        : say(language, "verdict.bouncesSince", { date: verdict.since });
    case "complaint":
    case "unsubscribed":
      return optOutWords(language, verdict);
    case "msisdn_invalid":
      return say(language, "verdict.msisdnInvalid");
    case "no_permission":
      return say(language, "verdict.noPermission");
    case "unsubscribed_unknown":
      return say(language, "verdict.unsubscribedUnknown");
    case "opened":
      return sayCount(language, "verdict.opened", verdict.sent, { opened: verdict.opened });
    case "sent":
      return sayCount(language, "verdict.sent", verdict.sent);
    case "nothing_sent":
      return say(language, "communications.empty");
    default:
      return say(language, `verdict.${verdict.kind}`);
  }
}

function optOutWords(language: Language, { kind, since, domains = [] }: OptOut): string {
  if (domains.length > 0) {
    const each = domains.map((one) => domainWords(language, kind, one));
    return say(language, `verdict.${kind}From`, { domains: listOf(language).format(each) });
  }
  return since === undefined
    ? say(language, `verdict.${kind}`)
    : say(language, `verdict.${kind}Since`, { date: since });
}

function domainWords(
  language: Language,
  kind: OptOut["kind"],
  { domain, since }: { domain: string; since?: string },
): string {
  if (domain === "") return say(language, "verdict.domainsUnnamed");
  if (since === undefined) return domain;
  return kind === "unsubscribed"
    ? say(language, "verdict.domainSince", { domain, date: since })
    : `${domain} (${since})`;
}

// Making one is slow (Intl), and there is one a language.
const listOf = remembered((language: Language) => new Intl.ListFormat(language));

function toneOf({ kind }: Verdict): "bad" | "careful" | "plain" {
  switch (kind) {
    case "bounces":
    case "malformed":
    case "complaint":
      return "bad";
    case "unsubscribed":
    case "unsubscribed_unknown":
    case "inactive":
    case "msisdn_invalid":
    case "awaiting":
    case "no_permission":
      return "careful";
    default:
      return "plain";
  }
}
