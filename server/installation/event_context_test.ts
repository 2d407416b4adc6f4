import { assert, assertEquals } from "@std/assert";
import { parseEventContext } from "./event_context.ts";

Deno.test("parseEventContext() reads keys, labels, types, choices and what is required", () => {
  const plain = { type: "text", isRequired: false, choices: [] } as const;
  assertEquals(
    parseEventContext(
      "late order: ORDER_ID=Order number, DAYS = Days (number, required),UNTIL=Until (date), " +
        "WHY=Why? (required, A|B c | Ø), NOTE=Note (text)",
    ),
    {
      schema: "late order",
      parameters: [
        { ...plain, key: "ORDER_ID", label: "Order number" },
        { ...plain, key: "DAYS", label: "Days", type: "number", isRequired: true },
        { ...plain, key: "UNTIL", label: "Until", type: "date" },
        {
          key: "WHY",
          label: "Why?",
          type: "choice",
          isRequired: true,
          choices: ["A", "B c", "Ø"],
        },
        { ...plain, key: "NOTE", label: "Note" },
      ],
    },
  );
});

Deno.test("parseEventContext() takes nothing else, and guesses nothing", () => {
  const malformed = [
    "order",
    "order:",
    ": KEY=Label",
    "order: KEY",
    "order: KEY=",
    "order: KEY= (number)",
    "order: =Label",
    "order: KEY=Label,",
    "order: KEY=Label, KEY=Other",
    "order: A KEY=Label",
    "order: 1KEY=Label",
    "order: KEY=Label (integer)",
    "order: KEY=Label (Required)",
    "order: KEY=Label (number, date)",
    "order: KEY=Label (A|B, number)",
    "order: KEY=Label (A||B)",
    "order: KEY=Amount (DKK) (number)",
    "order: KEY=Label (number",
    "order: name=Label",
    "order: action=Label",
  ];
  for (const text of malformed) assertEquals(parseEventContext(text), null, text);
});

Deno.test("parseEventContext() reads spaces without end in no time", () => {
  const startedAt = performance.now();
  assertEquals(parseEventContext(`order: KEY=${" ".repeat(16_000)}(`), null);
  assert(performance.now() - startedAt < 500);
});
