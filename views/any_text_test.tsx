import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { anyText, readBack } from "../tests/any_text_fixture.ts";
import { createFormatter } from "./format.ts";
import { EventForm } from "./event_form.tsx";
import { isolated } from "./isolated.ts";
import { showPersonData } from "./person_data.ts";
import { PersonData } from "./person_data_row.tsx";
import { ProblemPart } from "./part.tsx";
import { RecipientMatches } from "./recipient.tsx";
import { replySentence } from "./reply_sentence.ts";
import { beginningOf, shortened, SHOWN } from "./shortened.ts";
import { formatLocaleOf, languageOf, LANGUAGES } from "./words/copy.ts";

const anyLanguage = fc.constantFrom(...LANGUAGES);
const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });

/** The text of the first of these elements. */
function textIn(element: string, html: string): string {
  const [, inner = ""] = new RegExp(`<${element}[^>]*>(.*?)</${element}>`, "s").exec(html) ?? [];
  return readBack(inner.replace(/<wbr\/?>/g, ""));
}

Deno.test("any label and description of an event is shown as that text", () => {
  fc.assert(fc.property(anyLanguage, anyText(), anyText(200), (language, title, description) => {
    const html = String(<EventForm {...{ language, title, description }} slot={1} action="" />);
    assertEquals(textIn("strong", html), shortened(title));
    assertEquals(textIn("p", html), shortened(description, SHOWN.text));
  }));
});

Deno.test("any label and value of a field is shown as that text", () => {
  fc.assert(fc.property(anyLanguage, anyText(), anyText(200), (language, label, raw) => {
    const shown = showPersonData({ kind: "text", raw }, { language, formatter });
    const html = String(<PersonData language={language} row={{ name: "NOTE", label, ...shown }} />);
    assertEquals(textIn("dt", html), shortened(label));
    assertEquals(textIn("span", html), shortened(raw, SHOWN.unfolded));
  }));
});

Deno.test("any recipient to choose from is shown as that text", () => {
  fc.assert(fc.property(anyLanguage, anyText(), anyText(), (language, title, line) => {
    const matches = [{ sealed: "sealed", title, lines: [line] }];
    const html = String(
      <RecipientMatches
        language={language}
        problem={{ code: "email_field_not_unique" }}
        matches={matches}
      />,
    );
    const match = html.slice(html.indexOf("<li>"));
    assertEquals(
      [textIn("strong", match), textIn("small", match)],
      [title, line].map((text) => shortened(text)),
    );
  }));
});

Deno.test("any event that a problem names is named as that text, set apart", () => {
  fc.assert(fc.property(anyLanguage, anyText(), (language, event) => {
    const html = String(
      <ProblemPart
        language={language}
        part="events"
        problem={{ code: "event_not_valid", params: { event } }}
      />,
    );
    assert(textIn("p", html).includes(isolated(shortened(event))), html);
  }));
});

Deno.test("any name of a communication is named as that text in the reply", () => {
  fc.assert(fc.property(anyLanguage, anyText(), (language, name) => {
    const sentence = replySentence(language, { channel: "EMAIL", name, date: "1 May" });
    assert(sentence?.includes(isolated(shortened(name))));
  }));
});

Deno.test("any text for a locale has the dates of the language that it has the words of", () => {
  const tag = fc.stringMatching(/^(da|nn|en|fr|zh)([-_](x|u|hc|h23|ca|nu|DK|[a-z0-9]{1,8})){0,4}$/);
  fc.assert(fc.property(fc.oneof(anyText(8), tag), (locale) => {
    const formatLocale = formatLocaleOf(locale);
    assertEquals(Intl.DateTimeFormat.supportedLocalesOf(formatLocale), [formatLocale]);
    assertEquals(languageOf(formatLocale), languageOf(locale));
  }));
});

Deno.test("the beginning of any text is one, no longer than asked for, and halves no grapheme", () => {
  fc.assert(fc.property(anyText(), fc.nat(60), (text, most) => {
    const beginning = beginningOf(text, most);
    assert(text.startsWith(beginning) && beginning.length <= most);
    const graphemes = Array.from(new Intl.Segmenter("en").segment(text), ({ index }) => index);
    // One that alone has more characters than there is room for is cut where it must be.
    const [, second = text.length] = graphemes;
    if (most >= second) assert([...graphemes, text.length].includes(beginning.length));
  }));
});
