import type { Verdict } from "../../../views/verdict.tsx";
import { hoursAgo, type State } from "../state.ts";
import { card } from "./summary.tsx";

function withVerdict(verdict: Verdict): State {
  return { render: (setting) => card(setting, { verdict, content: { causes: null } }) };
}

function withDatedVerdict(verdictSince: (since: string) => Verdict): State {
  return {
    render: (setting) => {
      const verdict = verdictSince(setting.formatter.date(hoursAgo(1300)));
      return card(setting, { verdict, content: { causes: null } });
    },
  };
}

/** The line of the answer card, for each thing that it may say. */
export const verdictStates: Record<string, State> = {
  "verdict-bounces": withDatedVerdict((since) => ({ kind: "bounces", since })),
  "verdict-bounces-undated": withVerdict({ kind: "bounces" }),
  "verdict-malformed": withVerdict({ kind: "malformed" }),
  "verdict-complaint": withVerdict({ kind: "complaint" }),
  "verdict-complaint-dated": withDatedVerdict((since) => ({ kind: "complaint", since })),
  "verdict-complaint-domains": withDatedVerdict((since) => ({
    kind: "complaint",
    domains: [{ domain: "news.acme.com", since }],
  })),
  "verdict-unsubscribed": withVerdict({ kind: "unsubscribed" }),
  "verdict-unsubscribed-dated": withDatedVerdict((since) => ({ kind: "unsubscribed", since })),
  "verdict-unsubscribed-domains": withDatedVerdict((since) => ({
    kind: "unsubscribed",
    domains: [{ domain: "news.acme.com", since }, { domain: "shop.acme.com" }, { domain: "" }],
  })),
  "verdict-unsubscribed-unknown": withVerdict({ kind: "unsubscribed_unknown" }),
  "verdict-inactive": withVerdict({ kind: "inactive" }),
  "verdict-msisdn-invalid": withVerdict({ kind: "msisdn_invalid" }),
  "verdict-awaiting": withVerdict({ kind: "awaiting" }),
  "verdict-no-permission": withVerdict({ kind: "no_permission" }),
  "verdict-sent": {
    render: (setting) =>
      card(setting, {
        verdict: { kind: "sent", sent: setting.formatter.count(1) },
        content: { causes: null },
      }),
  },
};
