/** Somebody who works in the account. Locale and time zone are what `currentUser` says of them. */
export type Agent = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: "agent" | "admin";
  readonly locale: string;
  readonly timeZone: string;
};

/** Somebody who writes to the account; `email` is null for one who only ever called. */
export type Requester = {
  readonly id: number;
  name: string;
  email: string | null;
  readonly locale: string;
  /** Addresses besides the primary one; anybody can add one, so it counts only once verified. */
  readonly otherEmails: readonly OtherEmail[];
  /** As they are written in the profile; anybody can add one of these, too. */
  readonly phones?: readonly Phone[];
};

/** A further address of a requester. */
export type OtherEmail = { readonly address: string; readonly verified: boolean };

/** A phone number of a requester. */
export type Phone = { readonly number: string; readonly verified: boolean };

/** The agents, the one who is signed in at first in front. */
export const AGENTS: readonly Agent[] = [
  agent(9001, "Mette Agent", "agent", "en-US", "Europe/Copenhagen"),
  agent(9002, "Anders Admin", "admin", "da", "Europe/Copenhagen"),
  agent(9003, "Greta Agent", "agent", "de", "Europe/Berlin"),
  agent(9004, "Sven Agent", "agent", "sv", "Europe/Stockholm"),
  agent(9005, "Nora Agent", "agent", "no", "Europe/Oslo"),
  agent(9006, "Pierre Agent", "agent", "fr", "America/Montreal"),
];

/** The requesters as they are at the start. Their addresses are those of the Agillic simulator's recipients, and a few it lacks. */
export function seedRequesters(): Requester[] {
  return [
    requester(501, "Mette Holm", "mette@example.dk", "da"),
    requester(502, "Emil Tom", "empty@example.dk", "da"),
    requester(503, "Ulla Frameldt", "unsubscribed@example.dk", "da"),
    requester(504, "Bo Bounce", "bounced@example.dk", "en-US"),
    requester(505, "Bea Busy", "busy@example.dk", "sv"),
    requester(506, "Søren Nyhed", "søren+nyhed@example.dk", "da"),
    requester(507, "The Shared Household", "shared@example.dk", "de"),
    requester(508, "Kent O’Brien", "o'brien/kent@example.ie", "en-GB"),
    requester(509, 'Robert "><script>alert(1)</script>', "script@example.dk", "en-US"),
    requester(510, "Nobody Known", "nobody@example.dk", "en-US", [
      { address: "unsubscribed@example.dk", verified: false },
    ]),
    requester(511, "Caller +45 70 10 20 30", null, "en-US"),
    requester(512, "Mette at work", "mette.work@example.com", "da", [
      { address: "mette@example.dk", verified: true },
    ]),
    requester(513, "Mette without a primary address", null, "da", [
      { address: "unsubscribed@example.dk", verified: false },
      { address: "mette@example.dk", verified: true },
    ]),
    requester(
      514,
      "Nobody with many addresses",
      "nobody.else@example.dk",
      "en-US",
      Array.from({ length: 7 }, (_, index) => ({
        address: `nobody.${index + 1}@example.dk`,
        verified: true,
      })),
    ),
    caller(515, "Tove who only calls", null, [{ number: "+4570102031", verified: true }]),
    caller(516, "Mette under an unknown address", "mette.phone@example.com", [
      { number: "+45 20 12 34 56", verified: true },
    ]),
    caller(517, "Caller with Mette's number", null, [{ number: "+4520123456", verified: false }]),
    caller(518, "Per or Pia", null, [{ number: "+4533112233", verified: true }]),
  ];
}

function agent(
  id: number,
  name: string,
  role: Agent["role"],
  locale: string,
  timeZone: string,
): Agent {
  const email = `${name.toLowerCase().replace(" ", ".")}@acme.example`;
  return { id, name, email, role, locale, timeZone };
}

function caller(
  id: number,
  name: string,
  email: string | null,
  phones: readonly Phone[],
): Requester {
  return { ...requester(id, name, email, "da"), phones };
}

function requester(
  id: number,
  name: string,
  email: string | null,
  locale: string,
  otherEmails: readonly OtherEmail[] = [],
): Requester {
  return { id, name, email, locale, otherEmails };
}
