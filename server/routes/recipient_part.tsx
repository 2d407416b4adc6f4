import type { JSX } from "hono/jsx/jsx-runtime";
import { CreatePart, type CreatePartProps } from "../../views/create.tsx";
import { ProblemPart } from "../../views/part.tsx";
import {
  RecipientMatches,
  RecipientPart,
  type RecipientPartProps,
} from "../../views/recipient.tsx";
import { CREATION } from "../actions/records.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { Recipient } from "../agillic/recipients.ts";
import { setHeader } from "../answer.ts";
import type { AppContext, Services } from "../context.ts";
import { Problem } from "../problems.ts";
import { findLast } from "./event_forms.ts";
import { problemProps } from "./fragment.tsx";
import { type Lookup, sealRecipient } from "./lookup.ts";
import { offerOf, sealOffer } from "./offers.ts";
import { DELIVERY_STATE_HEADER, findDeliveryState, readFlag } from "./verdict.ts";

const CONSENT = "EMAIL_PERMISSION";
const MAX_MATCH_LINES = 4;

/** The Recipient View of somebody found; nothing where the settings do not want it. */
export async function recipientPart(
  c: AppContext,
  services: Services,
  { recipient, matchedOn }: Extract<Lookup, { kind: "found" }>,
  extra: Pick<RecipientPartProps, "created" | "notice"> = {},
): Promise<JSX.Element> {
  const { views, environment, personDataFields, labels } = c.get("settings");
  const optIn = await findOptInState(c, services, recipient);
  const state = findDeliveryState(recipient.personData, optIn === "awaiting");
  setHeader(c, DELIVERY_STATE_HEADER, state ?? "none");
  const shown = views.recipient
    ? RecipientPart({
      language: c.get("language"),
      fetchedAt: c.get("formatter").clock(new Date(services.now())),
      rows: personDataFields.map((name) => ({
        name,
        label: labels[name] ?? name,
        ...c.get("readPersonData")(recipient.personData.get(name)),
      })),
      awaitingConfirmation: optIn === "awaiting",
      ...(environment !== null && { environment }),
      ...(matchedOn !== null && { matchedOn }),
      ...extra,
    })
    : await endOfCreation(c, services, recipient.key, extra);
  if (shown !== null && optIn !== "not_triggered") return shown;
  return (
    <>
      {shown}
      {optIn === "not_triggered" &&
        await createPart(c, services, recipient.key, {
          kind: "double_opt_in",
          steps: { create: "done", doubleOptIn: "waiting" },
        })}
    </>
  );
}

/** How a creation ended, where the settings want no Recipient View that could say so. */
async function endOfCreation(
  c: AppContext,
  services: Services,
  key: RecipientKey,
  { created, notice }: Pick<RecipientPartProps, "created" | "notice">,
): Promise<JSX.Element | null> {
  if (notice) {
    return <ProblemPart language={c.get("language")} part="recipient" problem={notice} />;
  }
  const steps = { create: "done", doubleOptIn: "done" } as const;
  return created ? await createPart(c, services, key, { kind: "none", steps }) : null;
}

/** What became of the double opt-in of somebody who was created from here. */
async function findOptInState(
  c: AppContext,
  services: Services,
  { key, personData }: Recipient,
): Promise<"awaiting" | "not_triggered" | "none"> {
  const { doubleOptInEvent, views } = c.get("settings");
  if (doubleOptInEvent === null || readFlag(personData, CONSENT) === true) return "none";
  const [optIn, creation] = await findLast(c, services, key, [doubleOptInEvent, CREATION]);
  if (optIn) return optIn.outcome === "done" ? "awaiting" : "none";
  const created = creation !== null && creation !== undefined && creation.outcome !== "under_way";
  return created && views.creation ? "not_triggered" : "none";
}

/** The Recipient Creation View, also for what is left to do after its first step. */
export async function createPart(
  c: AppContext,
  services: Services,
  key: RecipientKey,
  { kind, steps, problem, action }:
    & { kind: "create" | "double_opt_in" | "none" }
    & Partial<Pick<CreatePartProps, "steps" | "problem" | "action">>,
): Promise<JSX.Element> {
  const event = c.get("settings").doubleOptInEvent;
  const missing = event === null && problem === undefined
    ? new Problem("creation_event_missing")
    : null;
  const shown = missing === null ? problem : problemProps(c, missing, services.now());
  const offered = event !== null && kind !== "none" ? await offerOf(c, { kind, event, key }) : null;
  // The other addresses were only looked for.
  const sought = steps === undefined ? c.get("requester").otherEmails : [];
  return (
    <CreatePart
      language={c.get("language")}
      address={[key.value, ...sought].join(", ")}
      action={action ?? (offered === null ? "" : await sealOffer(services, offered))}
      readOnly={services.config.readOnly}
      {...(steps && { steps })}
      {...(shown && { problem: shown })}
    />
  );
}

/** The requester is nobody in Agillic: says so, and offers to create them where the settings want it. */
export async function unknownPart(
  c: AppContext,
  services: Services,
  address: string,
): Promise<JSX.Element> {
  c.set("reason", "recipient_not_found");
  const { emailField, views } = c.get("settings");
  if (views.creation) {
    return await createPart(c, services, { field: emailField, value: address }, { kind: "create" });
  }
  const problem = new Problem("recipient_not_found", { params: { address } });
  return (
    <ProblemPart
      language={c.get("language")}
      part="recipient"
      problem={problemProps(c, problem, services.now())}
    />
  );
}

/** Several recipients share the address: the problem on top, and whom the agent can choose. */
export async function ambiguousPart(
  c: AppContext,
  services: Services,
  { problem, matches }: Extract<Lookup, { kind: "ambiguous" }>,
): Promise<JSX.Element> {
  c.set("reason", problem.code);
  const { labels, personDataFields } = c.get("settings");
  const shown = await Promise.all(
    matches.flatMap((match) =>
      match.agillicId === null
        ? []
        : [{ match, key: { field: "AGILLIC_ID", value: match.agillicId } }]
    ).map(async ({ match, key }) => ({
      sealed: await sealRecipient(c, services, { key, matchedOn: "" }),
      title: key.value,
      lines: personDataFields.filter((name) => match.personData.has(name)).slice(0, MAX_MATCH_LINES)
        .map((name) =>
          `${labels[name] ?? name}: ${c.get("readPersonData")(match.personData.get(name)).value}`
        ),
    })),
  );
  return (
    <RecipientMatches
      language={c.get("language")}
      problem={problemProps(c, problem, services.now())}
      matches={shown}
    />
  );
}
