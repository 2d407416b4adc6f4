/** One entry of a ticket's conversation; `public` is false for an internal note. */
export type Comment = {
  readonly id: number;
  readonly authorId: number;
  readonly body: string;
  readonly public: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
};

/** A ticket; its first comment is the requester's. */
export type Ticket = {
  readonly id: number;
  subject: string;
  status: "new" | "open" | "solved";
  requesterId: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly comments: Comment[];
  readonly tags: string[];
};

const HOUR_MS = 3_600_000;

/** One ticket a requester, created some hours before `now`. */
export function seedTickets(now: number): Ticket[] {
  return SEED.map(([requesterId, hoursAgo, subject, body], index) => {
    const createdAt = now - hoursAgo * HOUR_MS;
    return {
      id: 101 + index,
      subject,
      status: "open",
      requesterId,
      createdAt,
      tags: [],
      comments: [{ id: 7001 + index, authorId: requesterId, body, public: true, createdAt }],
    };
  });
}

const SEED: readonly (readonly [number, number, string, string])[] = [
  [
    501,
    2,
    "Where is my welcome offer?",
    "Hi, I signed up last week and was told that there would be an offer. I have not seen it.",
  ],
  [502, 5, "Question about my account", "Which details about me do you have on file?"],
  [
    503,
    9,
    "I get no newsletters any more",
    "You used to write every Friday. Has something changed?",
  ],
  [
    504,
    20,
    "No order confirmation",
    "I ordered yesterday, and no mail has arrived. Not even in the spam folder.",
  ],
  [505, 26, "Far too many mails", "I counted twelve last week. Can you slow down, please?"],
  [506, 30, "Ændring af adresse", "Hej! Jeg er flyttet til Ærø. Kan I rette min adresse?"],
  [
    507,
    44,
    "Two of us use this address",
    "My husband and I share it, and now we both get his loyalty points.",
  ],
  [
    508,
    50,
    "Name misspelt in your mails",
    "It is O’Brien, with an apostrophe, and not O&#39;Brien.",
  ],
  [509, 61, "Odd characters", "My name breaks every form on the internet. How about yours?"],
  [510, 70, "Sign me up, please", "I would like to have your newsletter."],
  [
    511,
    80,
    "Phone call from +45 70 10 20 30",
    "Caller asked for opening hours and left no e-mail address.",
  ],
  [512, 96, "Writing from my work address", "You know me under my private address, I believe."],
  [513, 97, "No primary address", "My profile lost it when two of mine were merged."],
  [514, 98, "Which address do you have?", "I have used many of them over the years."],
  [515, 99, "Phone call from +45 70 10 20 31", "Asked to be sent fewer text messages."],
  [516, 100, "Writing from a new address", "My number is still the same."],
  [517, 101, "Phone call from a number not verified", "Says that she is Mette."],
  [518, 102, "Phone call from a shared number", "One of a family that has one phone."],
];
