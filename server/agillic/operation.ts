/** What is called, whoever it is about. */
export type Operation = {
  /** Names the action in messages: "Finding the recipient". */
  readonly action: string;
  readonly method: "GET" | "POST";
  /** Its path with names in the place of values: `/recipients/:id`. */
  readonly route: string;
  /** An action is never repeated unless Agillic says that nothing was changed. */
  readonly kind: "read" | "action";
};

/** An answer that the operation has to judge: 2xx, or a 4xx about what was asked. */
export type Answer = { readonly status: number; readonly text: string };
