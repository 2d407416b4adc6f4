import type { JSX } from "hono/jsx/jsx-runtime";
import { ProblemPart } from "../../../views/part.tsx";
import { RecipientMatches, type RecipientMatchesProps } from "../../../views/recipient.tsx";
import { SearchStopped } from "../../../views/search_stopped.tsx";
import type { Setting, State } from "../state.ts";

function matches(
  { language }: Setting,
  count: number,
  rest: Partial<RecipientMatchesProps> = {},
): JSX.Element {
  return (
    <RecipientMatches
      language={language}
      problem={{ code: "email_field_not_unique", params: { field: "EMAIL" } }}
      matches={Array.from({ length: count }, (_, index) => ({
        sealed: `sealed-${index}`,
        title: index === 0 ? "Kim Larsen" : "Kim Larsen-Østergaard af Nørre Søby",
        lines: [
          "E-mail: shared@example.dk",
          `City: ${index === 0 ? "København" : "Aarhus"}`,
          `AGILLIC_ID: .F0a${index}`,
        ],
      }))}
      {...rest}
    />
  );
}

/** Several recipients with the address, or none. */
export const matchStates: Record<string, State> = {
  "recipient-matches": { render: (setting) => matches(setting, 2) },
  "recipient-many-matches": {
    render: (setting) => matches(setting, 20, { more: setting.formatter.count(280) }),
  },
  "recipient-matches-phone": {
    render: (setting) =>
      matches(setting, 2, {
        problem: { code: "phone_field_not_unique", params: { field: "MSISDN" } },
        more: setting.formatter.count(1),
      }),
  },
  "recipient-not-found-search-stopped": {
    render: ({ language }) => (
      <ProblemPart
        language={language}
        part="recipient"
        problem={{ code: "recipient_not_found", params: { address: "nobody@example.dk" } }}
      >
        <SearchStopped language={language} count="5" />
      </ProblemPart>
    ),
  },
  "recipient-no-match": { render: (setting) => matches(setting, 0) },
};
