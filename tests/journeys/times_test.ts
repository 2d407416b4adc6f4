import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { SEASONS, type Written, writtenTimes, ZONES } from "../times_fixture.ts";
import { communicationsOf, personDataOf, textOf } from "./answers.ts";

/** How Intl writes it for a Briton in this zone. */
function inEnglish({ meant }: Written, timeZone: string) {
  const isDay = typeof meant === "string";
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone: isDay ? "UTC" : timeZone,
      day: "numeric",
      month: "short",
      ...options,
    }).format(isDay ? Date.parse(meant) : meant);
  const time = isDay ? {} : { hour: "2-digit", minute: "2-digit" } as const;
  const year = { year: "numeric" } as const;
  return {
    inList: write(time),
    inPersonData: write({ ...year, ...time }),
    inReply: write(year),
  };
}

const FIELDS = Array.from({ length: 20 }, (_, index) => `FIELD_${index}`);

/** An app whose Agillic has these texts in Person Data and in the history. */
async function appWithTexts(): Promise<TestApp & Disposable & { texts: string[] }> {
  const texts: string[] = [];
  const app = await createTestApp({
    settings: { person_data_field_list: FIELDS.join() },
    intercept: ({ pathname }) =>
      Response.json(
        pathname.endsWith(":listCommunicationHistory")
          ? texts.map((text, index) => ({
            communicationId: FIELDS[index],
            communicationType: "EMAIL",
            executionTimestamp: text,
            additionalFields: { openedTimestamp: text },
          }))
          : { personData: Object.fromEntries(texts.map((text, index) => [FIELDS[index], text])) },
      ),
  });
  return Object.assign(app, { texts });
}

/** The text of a part for an agent who reads British English in this zone. */
async function read(app: TestApp, path: string, timeZone: string): Promise<string> {
  const place: Place = { "Agent-Locale": "en-GB", "Agent-Time-Zone": timeZone };
  return await (await app.get(path, place)).text();
}

Deno.test("a day without a time is that day in every part, wherever the agent is", async () => {
  using app = await appWithTexts();
  for (const text of ["01.02.2026", "2026-02-01"]) {
    app.texts.splice(0, 1, text);
    for (const zone of ["America/Los_Angeles", "Europe/Copenhagen", "Pacific/Auckland"]) {
      const values = personDataOf(await read(app, "/recipient", zone));
      assertEquals(values[0], ["FIELD_0", "1 Feb 2026"], zone);
      const [row] = communicationsOf(await read(app, "/communications", zone));
      assertEquals(row?.text, "FIELD_0 E-mail, 1 Feb Opened 1 Feb");
      assertStringIncludes(row?.html ?? "", ` data-insert="On 1 Feb 2026 we `);
      assertStringIncludes(row?.html ?? "", `datetime="2026-02-01" title="2026-02-01"`);
    }
  }
});

Deno.test("mail bounces since a day that is the same wherever the agent is", async () => {
  const row = { communicationType: "EMAIL", executionTimestamp: "31.01.2026" };
  using app = await createTestApp({
    intercept: () => Response.json([{ ...row, additionalFields: { bounced: "01.02.2026" } }]),
  });
  for (const zone of ["America/Los_Angeles", "Pacific/Auckland"]) {
    const history = textOf(await read(app, "/communications", zone));
    assertStringIncludes(history, "since 1 Feb 2026");
    assertStringIncludes(history, "Hard Bounced 1 Feb");
  }
});

Deno.test("a date of birth with its midnight is a day, and what is no date stays as it is", async () => {
  using app = await appWithTexts();
  const shown = {
    "03.04.1986 00:00:00": "3 Apr 1986",
    "1986-04-03T00:00:00": "3 Apr 1986",
    "1986-04-03T00:00:00.000Z": "3 Apr 1986",
    "1986-04-03T00:00:00+02:00": "3 Apr 1986",
  };
  const unchanged = ["31.02.1986", "1986-13-03", "03.04.0000", "03.04.0086", "0086-04-03T10:00:00Z"]
    .concat("03.04.1986 24:00:00", "1986-04-03T10:00:00+24:00");
  app.texts.push(...Object.keys(shown), ...unchanged);
  for (const zone of ["America/Los_Angeles", "Pacific/Auckland"]) {
    const values = personDataOf(await read(app, "/recipient", zone)).map(([, value]) => value);
    assertEquals(values.slice(0, app.texts.length), [...Object.values(shown), ...unchanged]);
  }
});

Deno.test("the clock is that of the agent's locale, and 24 hours where there are no words in it", async () => {
  using app = await createTestApp();
  const clocks = {
    "en": /as of 9:12\sAM/,
    "en-US": /as of 9:12\sAM/,
    "en-US-u-hc-h23": /as of 09:12 /,
    "en-GB-u-hc-h12": /as of 9:12\sam/,
    "da": /pr\. 09\.12 /,
    "sv": /kl\. 09:12 /,
    "no": /kl\. 09:12 /,
    "de-AT": /Stand 09:12 /,
    "fr": /as of 09:12 /,
    "fr-u-hc-h12": /as of 09:12 /,
    "nl": /as of 09:12 /,
  };
  for (const [locale, clock] of Object.entries(clocks)) {
    const place = { "Agent-Locale": locale, "Agent-Time-Zone": "UTC" };
    assertMatch(textOf(await (await app.get("/recipient", place)).text()), clock, locale);
  }
});

for (const season of SEASONS) {
  Deno.test(`list, Person Data and reply name one day and time, in ${season.name}`, async () => {
    using app = await appWithTexts();
    app.clock.now = season.now;
    const many = fc.array(writtenTimes(season), { minLength: 1, maxLength: FIELDS.length });
    const property = fc.asyncProperty(fc.constantFrom(...ZONES), many, async (zone, written) => {
      app.texts.splice(0, Infinity, ...written.map(({ text }) => text));
      const values = new Map(personDataOf(await read(app, "/recipient", zone)));
      const shown = communicationsOf(await read(app, "/communications", zone));
      const rows = new Map(shown.map((row) => [row.name, row]));
      for (const [index, each] of written.entries()) {
        const field = FIELDS[index] ?? "";
        const { text = "", html = "" } = rows.get(field) ?? {};
        const { inList, inPersonData, inReply } = inEnglish(each, zone);
        assertEquals(values.get(field), inPersonData);
        // On the day of sending the time of day says it.
        const opened = inList.split(", ").at(-1);
        assertStringIncludes(`${text} `, ` E-mail, ${inList} Opened ${opened} `);
        assertStringIncludes(html, ` data-insert="On ${inReply} we `);
      }
    });
    await fc.assert(property, { numRuns: 15 });
  });
}
