import { type Fields, readFlag } from "./flags.ts";
import { COMPLAINT, findDomainOptOut, findOptOut, type OptOut, UNSUBSCRIBED } from "./opt_outs.ts";

/** Why mail may not arrive; about nobody by itself. */
export type DeliveryState =
  | { kind: "bounces" }
  | { kind: PlainKind }
  | { kind: OptOutKind } & OptOut;

/** The kinds that say nothing more. */
export const PLAIN_KINDS = [
  "malformed",
  "awaiting",
  "no_permission",
  "unsubscribed_unknown",
  "msisdn_invalid",
  "inactive",
] as const;
/** The kinds that may say since when, and from which sending domains. */
export const OPT_OUT_KINDS = ["complaint", "unsubscribed"] as const;

type PlainKind = typeof PLAIN_KINDS[number];
type OptOutKind = typeof OPT_OUT_KINDS[number];

/** The rows of the table `EMAIL_STATUS`; `unknown` where they cannot be read, `unused` where Person Data says it all. */
export type EmailStatus = readonly Fields[] | "unknown" | "unused";

/** What is known besides Person Data. `now`: epoch ms. */
export type DeliveryCircumstances = {
  awaitingConfirmation: boolean;
  emailStatus: EmailStatus;
  now: number;
};

/** The gravest reason why a mail may not arrive; null where nothing is known against it. */
export function findDeliveryState(
  personData: Fields,
  { awaitingConfirmation, emailStatus, now }: DeliveryCircumstances,
): DeliveryState | null {
  const flag = (name: string) => readFlag(personData, name);
  const optOut = (names: typeof COMPLAINT) =>
    emailStatus === "unused"
      ? findOptOut(personData, names, now)
      : findDomainOptOut(emailStatus === "unknown" ? [] : emailStatus, names, now);
  const complaint = optOut(COMPLAINT);
  const unsubscribed = optOut(UNSUBSCRIBED);
  const gravestFirst: (DeliveryState | false)[] = [
    flag("MALFORMED_EMAIL") === true && { kind: "malformed" },
    flag("VALID_EMAIL") === false && { kind: "bounces" },
    complaint !== null && { kind: "complaint", ...complaint },
    unsubscribed !== null && { kind: "unsubscribed", ...unsubscribed },
    awaitingConfirmation && { kind: "awaiting" },
    flag("EMAIL_PERMISSION") === false && { kind: "no_permission" },
    // None of the rest is known to keep a mail from being sent.
    emailStatus === "unknown" && { kind: "unsubscribed_unknown" },
    personData.get("MSISDN_TYPE")?.trim().toLowerCase() === "invalid" && { kind: "msisdn_invalid" },
    flag("INACTIVE_EMAIL") === true && { kind: "inactive" },
  ];
  return gravestFirst.find((state) => state !== false) ?? null;
}
