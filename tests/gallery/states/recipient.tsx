import { CommunicationsPlaceholder } from "../../../views/communications.tsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { parsePersonDataValue } from "../../../server/agillic/person_data.ts";
import { fieldLabel } from "../../../views/field_label.ts";
import { showPersonData } from "../../../views/person_data.ts";
import { PersonData, type PersonDataRow } from "../../../views/person_data_row.tsx";
import type { FollowedContent } from "../../../views/follow_up.tsx";
import { Problem } from "../../../views/problem.tsx";
import { RecipientPart, type RecipientPartProps } from "../../../views/recipient.tsx";
import { now, type Setting, type State } from "../state.ts";

const rich = {
  FIRSTNAME: "Mette",
  LASTNAME: "Sørensen",
  EMAIL: "mette@example.dk",
  MSISDN: "4520304050",
  CITY: "København N",
  BIRTHDATE: "03.04.1986",
  CUSTOMER_SINCE: "2017-11-27",
  EMAIL_PERMISSION: "TRUE",
  EMAIL_PERMISSION_UPDATE: "27.11.2017 14:35:45",
  LOYALTY_POINTS: "1234",
  AVERAGE_BASKET: "1249.50",
  FAVOURITE_PRODUCT: "",
};

const mostlyEmpty = {
  ...rich,
  FIRSTNAME: "",
  MSISDN: "",
  CITY: "",
  BIRTHDATE: "",
};

const long = {
  "AGILLIC_ID": ".EbrB",
  "A_FIELD_NAME_THAT_SOMEBODY_MADE_VERY_LONG_INDEED": "Yes",
  "E-mail":
    "maximilian-alexander.von-und-zu-hohenstein+newsletter.signup.2026@a-very-long-subdomain.example-company.co.uk",
  "Note":
    "Wants to be called before noon, never on Fridays. Has moved twice this year; the last letter came back.",
  "Token": "b".repeat(180),
};

const scripts = {
  "Name": "يوسف حداد",
  "שם": "Mette (שרה) Holm!",
  "Family": "👨‍👩‍👧‍👦".repeat(60),
  "Address": "Nørregade 1, 2. th.\n1165 København K\n\nRing på hos Øster",
  "Town": "नई दिल्ली",
  "File": "\u202egpj.exe",
};

const hostile = {
  '"><script>alert(1)</script>': '"><script>alert(1)</script>',
  "Website": "javascript:alert(1)",
};

/** The fields by their names, or by labels that the settings give them. */
function rowsOf(
  setting: Setting,
  fields: Record<string, string>,
): PersonDataRow[] {
  return Object.entries(fields).map(([key, value]) => {
    const name = key.toUpperCase().replaceAll(" ", "_");
    const labels = name === key ? {} : { [name]: key };
    return {
      name,
      label: fieldLabel(setting.language, name, labels),
      ...showPersonData(parsePersonDataValue(value), setting),
    };
  });
}

const CREATED: FollowedContent = {
  followUp: {
    since: now.getTime(),
    news: { kind: "awaited", next: { look: 1, delaySeconds: 6 } },
    verdict: { kind: "nothing_sent" },
  },
};

/** A recipient as most are. */
export function richRecipient(
  setting: Setting,
  rest: Partial<RecipientPartProps> = {},
): JSX.Element {
  const { language, formatter } = setting;
  return (
    <RecipientPart
      language={language}
      fetchedAt={formatter.clock(now)}
      rows={rowsOf(setting, rich)}
      {...rest}
    />
  );
}

function note(length: number): string {
  return "Wants to be called before noon, never on Fridays. ".repeat(length).slice(0, length);
}

/** The Recipient View. */
export const recipientStates: Record<string, State> = {
  "recipient": { render: richRecipient },
  "recipient-empty-fields": {
    render: (setting) =>
      richRecipient(setting, {
        rows: rowsOf(setting, { "First name": "", "Last name": "", "City": "" }),
      }),
  },
  "recipient-folded-empty": {
    render: (setting) => richRecipient(setting, { rows: rowsOf(setting, mostlyEmpty) }),
  },
  "recipient-unfolded-empty": {
    render: (setting) => richRecipient(setting, { rows: rowsOf(setting, mostlyEmpty) }),
    alter: (html) => html.replace("<details>", "<details open>"),
  },
  "recipient-masked": {
    render: (setting) =>
      richRecipient(setting, {
        rows: rowsOf(setting, rich).map((row) =>
          ["MSISDN", "BIRTHDATE"].includes(row.name)
            ? { ...row, value: "", raw: "", masking: "masked" }
            : row
        ),
      }),
  },
  "recipient-reveal-limit": {
    render: ({ language, formatter }) => (
      <section id="recipient">
        <dl>
          <PersonData
            language={language}
            row={{
              name: "BIRTHDATE",
              label: fieldLabel(language, "BIRTHDATE", {}),
              value: "",
              raw: "",
              masking: "masked",
            }}
            problem={{ code: "reveal_limit", params: { wait: formatter.wait(60) } }}
          />
        </dl>
      </section>
    ),
  },
  "recipient-revealed": {
    render: (setting) =>
      richRecipient(setting, {
        rows: rowsOf(setting, rich).map((row) =>
          row.name === "BIRTHDATE" ? { ...row, masking: "revealed" } : row
        ),
      }),
  },
  "recipient-unknown-field": {
    render: (setting) => {
      const [first, ...others] = rowsOf(setting, { FRISTNAME: "", "City": "" });
      const rows = first === undefined ? [] : [{ ...first, isUnknown: true }, ...others];
      return richRecipient(setting, { rows });
    },
  },
  "recipient-no-fields": { render: (setting) => richRecipient(setting, { rows: [] }) },
  "recipient-long": {
    render: (setting) =>
      richRecipient(setting, {
        rows: rowsOf(setting, long),
      }),
  },
  "recipient-60-fields": {
    render: (setting) => {
      const fields = Array.from(
        { length: 60 },
        (_, index) => [`Field ${index + 1}`, `Value ${index}`],
      );
      return richRecipient(setting, { rows: rowsOf(setting, Object.fromEntries(fields)) });
    },
  },
  "recipient-folded": {
    render: (setting) =>
      richRecipient(setting, {
        rows: rowsOf(setting, { "E-mail": "mette@example.dk", Note: note(3_000) }),
      }),
  },
  "recipient-unfolded": {
    render: (setting) => richRecipient(setting, { rows: rowsOf(setting, { Note: note(3_000) }) }),
    alter: (html) => html.replace("<details>", "<details open>"),
  },
  "recipient-cut": {
    render: (setting) =>
      richRecipient(setting, { rows: rowsOf(setting, { Token: "b".repeat(68_000) }) }),
    alter: (html) => html.replace("<details>", "<details open>"),
  },
  "recipient-300-fields": {
    render: (setting) => {
      const fields = Array.from(
        { length: 200 },
        (_, index) => [`Field ${index + 1}`, `Value ${index}`],
      );
      return richRecipient(setting, {
        rows: rowsOf(setting, Object.fromEntries(fields)),
        moreFields: setting.formatter.count(100),
      });
    },
  },
  "recipient-scripts": {
    render: (setting) => richRecipient(setting, { rows: rowsOf(setting, scripts) }),
  },
  "recipient-hostile": {
    render: (setting) => richRecipient(setting, { rows: rowsOf(setting, hostile) }),
  },
  "recipient-created": {
    // The mail that asks for confirmation is looked for in the history after some seconds.
    render: (setting) => (
      <>
        {richRecipient(setting, { created: CREATED })}
        <CommunicationsPlaceholder language={setting.language} />
      </>
    ),
  },
  "recipient-created-meanwhile": {
    render: (setting) => richRecipient(setting, { notice: { code: "recipient_exists" } }),
  },
  "recipient-refresh-failed": {
    render: richRecipient,
    alter: (html, { language }) =>
      html.replace(
        '<div id="recipient-notice" class="notice">',
        (notice) =>
          notice + String(
            <Problem
              language={language}
              place="recipient"
              code="agillic_timeout"
              retry={{ path: "/recipient", target: "recipient" }}
            />,
          ),
      ),
  },
  "recipient-refreshing": {
    render: richRecipient,
    alter: (html) =>
      html.replace(
        'class="bare" id="recipient-refresh"',
        (button) => button.replace("bare", "bare htmx-request"),
      ),
  },
};
