import { type DeliveryState, OPT_OUT_KINDS, PLAIN_KINDS } from "./delivery_state.ts";
import { type DomainOptOut, MAX_DOMAINS, parseDomain, parseIsoDate } from "./opt_outs.ts";

/**
 * What the header says: `none`, `bounces`, `unsubscribed`, `unsubscribed 2025-03-03`, or
 * `unsubscribed news.acme.com/2025-03-03 shop.acme.com/`; domains that are not named are `/`.
 */
export function writeDeliveryState(state: DeliveryState | null): string {
  if (state === null) return "none";
  if (!("domains" in state)) return state.kind;
  const { kind, since, domains } = state;
  const parts = domains.map(({ domain, since }) => `${domain}/${since ?? ""}`);
  return [kind, ...(since === null ? [] : [since]), ...parts].join(" ");
}

/** What such a header says; null for `none`, and for whatever this server does not write. */
export function parseDeliveryState(text: string): DeliveryState | null {
  const state = readDeliveryState(text);
  return state !== null && writeDeliveryState(state) === text ? state : null;
}

function readDeliveryState(text: string): DeliveryState | null {
  const [word, ...parts] = text.split(" ");
  const optOutKind = OPT_OUT_KINDS.find((kind) => kind === word);
  if (optOutKind === undefined) {
    const kind = (["bounces", ...PLAIN_KINDS] as const).find((kind) => kind === word);
    return kind === undefined ? null : { kind };
  }
  return {
    kind: optOutKind,
    since: parseIsoDate(parts.find((part) => !part.includes("/")) ?? ""),
    domains: parts.filter((part) => part.includes("/")).slice(0, MAX_DOMAINS + 1).map(readDomain),
  };
}

function readDomain(part: string): DomainOptOut {
  const [domain = "", since = ""] = part.split("/");
  return { domain: parseDomain(domain), since: parseIsoDate(since) };
}
