/** What became of a communication; blank where the channel has no activity. */
export type Activity = "not_opened" | "opened" | "clicked" | "hard_bounced" | "";
