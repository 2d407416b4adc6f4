import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { paths } from "../../contract/paths.ts";
import { cleanAddress } from "../../server/address.ts";
import { isolated } from "../../views/isolated.ts";
import { shortened } from "../../views/shortened.ts";
import { anyText, readBack } from "../any_text_fixture.ts";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { actionIn, withoutTemplates } from "./answers.ts";

/** An app whose Agillic answers what `answers` holds, by the end of the path. */
async function withAnswers() {
  const answers = new Map<string, unknown>();
  const app = await createTestApp({
    settings: { person_data_field_list: "NOTE", person_data_labels: "" },
    intercept: ({ pathname }) => {
      for (const [end, answer] of answers) {
        if (pathname.endsWith(end)) return Response.json(answer);
      }
    },
  });
  return { app, answers, [Symbol.dispose]: () => app.close() };
}

async function read(app: TestApp, ...request: Parameters<TestApp["get"]>): Promise<string> {
  const response = await app.get(...request);
  assertEquals([response.status, app.log.filter(({ type }) => type === "fault")], [200, []]);
  return await response.text();
}

/** As UTF-8 has it, in which there is no lone surrogate. */
function asText(text: string): string {
  return text.toWellFormed().trim();
}

Deno.test("any text in Person Data is shown as that text", async () => {
  using agillic = await withAnswers();
  const { app, answers } = agillic;
  await fc.assert(fc.asyncProperty(anyText(), async (note) => {
    // Days, times, numbers and Booleans are said in the agent's words.
    fc.pre(!/^[\d.:\sTZ+-]*$|^(true|false)$/i.test(note.trim()));
    answers.set("/EMAIL=mette%40example.dk", { personData: { NOTE: note } });
    const html = await read(app, "/recipient");
    const value = /<div data-field="NOTE">.*?<dd><span>(.*?)<\/span>/s.exec(html)?.[1] ?? "";
    assertEquals(readBack(value.replace(/<wbr\/?>/g, "")), asText(note));
    const copied = [...html.matchAll(/ data-copy="([^"]*)"/g)].map(([, text = ""]) => text);
    assertEquals(copied.map(readBack), [`Note: ${asText(note)}`, asText(note)]);
  }));
});

Deno.test("any text in a history is shown as that text, filters it, and is no link unless it is https", async () => {
  using agillic = await withAnswers();
  const { app, answers } = agillic;
  const texts = fc.record({
    communicationId: anyText(),
    communicationType: anyText(8),
    additionalFields: fc.record({
      openedTimestamp: anyText(8),
      bounced: anyText(8),
      storedEmailURL: fc.oneof(anyText(), anyText().map((end) => `https://a.example/${end}`)),
    }),
  });
  await fc.assert(fc.asyncProperty(texts, async (row) => {
    fc.pre(row.communicationType.trim() !== "");
    const executionTimestamp = "09.02.2026 10:00:00";
    const sms = { communicationId: "other", communicationType: "SMS", executionTimestamp };
    answers.set("istCommunicationHistory", [{ ...row, executionTimestamp }, sms]);
    const html = withoutTemplates(await read(app, "/communications"));
    const names = [...html.matchAll(/<strong[^>]*>(.*?)<\/strong>/gs)]
      .map(([, name]) => readBack(name ?? ""));
    assertEquals(names, [shortened(asText(row.communicationId)), "other"]);
    const picture = await read(app, "/communications/picture");
    const titles = [...picture.matchAll(/<title>(.*?), Feb 9, .*?<\/title>/gs)]
      .map(([, name]) => readBack(name ?? ""));
    assertEquals(new Set(titles), new Set(names));
    for (const [, href] of html.matchAll(/<a [^>]*href="([^#"][^"]*)"/g)) {
      assert(readBack(href ?? "").startsWith("https://a.example/"), href);
    }
    const choices = await read(app, "/communications?find=other");
    const channel = [...choices.matchAll(/ name="channel" id="[^"]*" value="([^"]*)"/g)]
      .map(([, value]) => readBack(value ?? ""))
      .find((value) => value !== "SMS" && value !== "all");
    const filtered = await read(app, paths.communications({ channel }));
    assertStringIncludes(filtered, " data-communication=");
  }));
});

Deno.test("any name of an agent is shown to the next one as that name", async () => {
  using app = await createTestApp({ settings: { cool_down_seconds: "0" } });
  await fc.assert(fc.asyncProperty(anyText(), async (name) => {
    fc.pre(asText(name) !== "");
    app.clock.now += 1_000;
    const place = { "Agent-Name": name.toWellFormed() };
    const action = actionIn(await read(app, "/events", place));
    assertEquals((await app.post("/events/1", action, place)).status, 200);
    const html = await read(app, "/events");
    const agent = /Last triggered .*? by (.*?), ticket <button/s.exec(html)?.[1] ?? "";
    const said = [...asText(name)].slice(0, 100).join("");
    assertEquals(readBack(agent), isolated(said));
  }));
});

Deno.test("any text for an address is an address that nobody has, or none, and never a fault", async () => {
  using app = await createTestApp();
  await fc.assert(fc.asyncProperty(anyText(), async (text) => {
    const address = `${text.toWellFormed()}@example.dk`;
    const html = await read(app, "/sidebar", { "Requester-Email": address });
    const said = /<p data-problem="recipient_not_found">(.*?) is not a recipient/s.exec(html)?.[1];
    if (said !== undefined) assertEquals(readBack(said), isolated(cleanAddress(address.trim())));
    else assertStringIncludes(html, 'data-problem="requester_without_email"');
  }));
});
