import { assertEquals, assertNotEquals } from "@std/assert";
import { LANGUAGES } from "./words/copy.ts";
import { findings as english } from "./words/en/findings.ts";
import * as languages from "./words/languages.ts";
import { listSettingLabels } from "../server/installation/setting_labels.ts";
import { checkTitle, type FindingProps, findingRow } from "./findings.ts";

const LABELS = new Map([
  ["base64_encoded_token", "Base64 Encoded Token"],
  ["person_data_field_list", "Person Data Field List"],
  ["event_2_label", "Event 2 Button Label"],
]);

for (const language of LANGUAGES) {
  if (language === "en") continue;
  Deno.test(`findings have the same placeholders in ${language} as in English`, () => {
    const texts = Object.entries(languages[language].findings);
    assertEquals(texts.map(([key]) => key), Object.keys(english));
    for (const [index, [key, text]] of texts.entries()) {
      const inEnglish = Object.values(english)[index] ?? "";
      assertEquals(placeholders(text), placeholders(inEnglish), key);
      assertNotEquals(text, inEnglish, key);
    }
  });
}

for (const language of LANGUAGES) {
  Deno.test(`checkTitle calls settings in ${language} what Zendesk calls them`, async () => {
    const labels = await listSettingLabels(language);
    for (
      const [check, parameter] of [
        ["token", "base64_encoded_token"],
        ["person_data_fields", "person_data_field_list"],
        ["email_field", "email_person_data_field"],
        ["phone_field", "phone_person_data_field"],
        ["double_opt_in_event", "double_opt_in_event"],
        ["email_status", "domain_based_unsubscribe"],
        ["target_groups", "target_groups"],
        ["tables", "tables"],
      ] as const
    ) assertEquals(checkTitle(language, { check }), labels.get(parameter));
  });
}

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

Deno.test("findingRow says a red finding in the vendor's words, and what an administrator does", () => {
  const finding = {
    check: "token",
    state: "red",
    code: "token_invalid",
    parameter: "base64_encoded_token",
  } satisfies FindingProps;
  assertEquals(findingRow("en", finding, LABELS), {
    check: "token",
    state: "red",
    words: "The Base64 encoded token is invalid. (Error Response Code: 403)",
    next:
      "Update “Base64 Encoded Token” in the app’s settings with a valid value: the Base64 value of an API key and its secret.",
  });
});

Deno.test("findingRow suggests close names, or says where to look when there are none", () => {
  const finding = {
    check: "person_data_fields",
    state: "red",
    code: "field_unknown",
    subject: "FRISTNAME",
    parameter: "person_data_field_list",
  } satisfies FindingProps;
  const close = findingRow("en", {
    ...finding,
    params: { field: "FRISTNAME", close: "FIRSTNAME" },
  }, LABELS);
  assertEquals(close.words, "Agillic has no Person Data field FRISTNAME.");
  assertEquals(
    close.next,
    "Did you mean FIRSTNAME? Correct “Person Data Field List” in the app’s settings.",
  );
  const far = findingRow("en", { ...finding, params: { field: "FRISTNAME" } }, LABELS);
  assertEquals(far.next?.includes("System Settings -> Person Data"), true);
});

Deno.test("findingRow names a faulty setting by its label, and asks no more where nothing is wrong", () => {
  const faulty = findingRow("en", {
    check: "settings",
    state: "red",
    code: "setting_faulty",
    parameter: "event_2_label",
    fault: { parameter: "event_2_label", code: "label_without_name", position: null },
  }, LABELS);
  assertEquals(checkTitle("en", faulty), "Settings Event 2 Button Label");
  assertEquals(faulty.words.startsWith("There is a label"), true);
  const good = findingRow("en", { check: "token", state: "green", code: "token_good" }, LABELS);
  assertEquals([good.words, good.next], [
    "Agillic accepts the token. It is sent with each call (Basic).",
    undefined,
  ]);
});

Deno.test("findingRow says in the agent's language that Agillic could not be asked", () => {
  const row = findingRow("da", {
    check: "token",
    state: "unknown",
    code: "agillic_unavailable",
  }, LABELS);
  assertEquals(row.words.startsWith("Agillic kan ikke nås. "), true, row.words);
  assertEquals(row.next !== undefined, true);
});
