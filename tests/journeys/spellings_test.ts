import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp, type Place } from "../app_fixture.ts";
import { NOBODY, read } from "./actions.ts";
import { actionIn, partsOf, personDataOf, textOf } from "./answers.ts";
import { count, CREATE, FORM } from "./creation.ts";

const NFC = "zoë@example.dk";
const NFD = "zoe\u0308@example.dk";
const LETTERS = "ida@müller.de";
const PUNYCODE = "ida@xn--mller-kva.de";

function requester(address: string, id = "510"): Place {
  return { ...NOBODY, "Requester-Email": address, "Requester-Id": id };
}

const SAME: [zendesk: string, agillic: string][] = [
  [NFC, NFD],
  [NFD, NFC],
  [LETTERS, PUNYCODE],
  [PUNYCODE, LETTERS],
  ["ida@MÜLLER.de", PUNYCODE],
  ["mette.x\u200B@example.dk", "mette.x@example.dk"],
  ["mette\uFEFF.x@example.dk", "mette.x@example.dk"],
  ["\u202Amette.x@exam\u00ADple.dk\u202C", "mette.x@example.dk"],
  // As given comes first, whatever is in it.
  ["mette\u2060.x@example.dk", "mette\u2060.x@example.dk"],
];

for (const [given, stored] of SAME) {
  Deno.test(`${escaped(given)} is the recipient ${escaped(stored)}, shown as Agillic has it`, async () => {
    using app = await createTestApp({ settings: { person_data_field_list: "EMAIL" } });
    app.agillic.addRecipient({ EMAIL: stored });

    const response = await app.get("/sidebar", requester(given));

    const html = await response.text();
    assertEquals(personDataOf(html), [["EMAIL", stored]]);
    // What follows names the recipient as Agillic does, and asks at once.
    const Recipient = response.headers.get("Recipient");
    const calls = app.agillic.calls.length;
    const headers: Record<string, string> = Recipient === null ? {} : { Recipient };
    const triggered = await app.post("/events/1", actionIn(html), requester(given), headers);
    assertEquals([triggered.status, app.agillic.calls.length - calls], [200, 1]);
    assertEquals(app.agillic.achieved(stored, "welcome_event"), 1);
  });
}

Deno.test("two people whose addresses only look alike are two", async () => {
  using app = await createTestApp();
  for (const stored of ["i.da@example.dk", "ida@example.dk", "finn@example.dk"]) {
    app.agillic.addRecipient({ EMAIL: stored });
  }
  for (const given of ["ida+x@example.dk", "ﬁnn@example.dk", "id.a@example.dk"]) {
    assertEquals(partsOf(await (await app.get("/sidebar", requester(given))).text()), ["create"]);
  }
});

Deno.test("two tickets with two spellings of one address create one recipient", async () => {
  for (const [one, other] of [[NFC, NFD], [LETTERS, PUNYCODE], [NFC, `z\u200B${NFC.slice(1)}`]]) {
    using app = await createTestApp();
    const places = [requester(one ?? ""), requester(other ?? "", "511")];
    const forms = [];
    for (const place of places) forms.push(await read(app.get("/sidebar", place)));

    const answers = [];
    for (const [index, place] of places.entries()) {
      answers.push(
        await read(app.post("/recipient", actionIn(forms[index]?.html ?? "", FORM), place)),
      );
      // Later than any cool-down.
      app.clock.now += 60_000;
    }

    assertEquals(count(app, CREATE), 1);
    assertEquals(answers.map(({ status }) => status), [200, 409]);
    assertMatch(answers[1]?.html ?? "", /data-problem="recipient_exists"/);
  }
});

Deno.test("who creates by another spelling at the same moment is refused", async () => {
  using app = await createTestApp();
  const places = [requester(NFC), requester(NFD, "511")];
  const forms = await Promise.all(places.map((place) => read(app.get("/sidebar", place))));
  await Promise.all(
    places.map((place, index) =>
      app.post("/recipient", actionIn(forms[index]?.html ?? "", FORM), place)
    ),
  );
  assertEquals(count(app, CREATE), 1);
});

Deno.test("nothing invisible gets into Agillic, and the second step finds whom the first created", async () => {
  const created: unknown[] = [];
  using app = await createTestApp({
    intercept: (url, { method, body }) => {
      if (method === "POST" && url.pathname === "/recipients") {
        created.push(JSON.parse(String(body)));
      }
      return undefined;
    },
  });
  app.agillic.set({ unknownEvents: ["double_opt_in"] });
  const place = requester("Ze\u0301\u200B@XN--MLLER-KVA.de");
  const { html } = await read(app.get("/sidebar", place));
  assertMatch(textOf(html), /Zé@XN--MLLER-KVA\.de is not a recipient/);

  const half = await app.post("/recipient", actionIn(html, FORM), place);

  assertEquals(created, [{ personData: { EMAIL: "Zé@XN--MLLER-KVA.de" } }]);
  const Recipient = half.headers.get("Recipient") ?? "";
  app.agillic.set({ unknownEvents: [] });
  const left = actionIn(await half.text(), FORM);
  const whole = await read(app.post("/recipient", left, place, { Recipient }));
  assertEquals([whole.status, whole.problem], [200, ""]);
  assertEquals(app.agillic.achieved("Zé@XN--MLLER-KVA.de", "double_opt_in"), 1);
});

Deno.test("an event that was triggered by one spelling cools down for every other", async () => {
  using app = await createTestApp();
  app.agillic.set({ caseSensitive: false });
  for (const stored of [NFC, NFD]) app.agillic.addRecipient({ EMAIL: stored });
  const first = await (await app.get("/sidebar", requester(NFC))).text();
  await app.post("/events/1", actionIn(first), requester(NFC));
  const second = await (await app.get("/sidebar", requester(NFD))).text();
  assertMatch(textOf(second), /Last triggered now by Mette Agent/);
  assertNotMatch(textOf(first), /Last triggered/);
});

Deno.test("the search by further spellings is bounded, for every address of the requester", async () => {
  using app = await createTestApp();
  const place = requester("\u200BZoë@MÜLLER.de");
  await app.get("/sidebar", {
    ...place,
    "Requester-Other-Emails": "none@example.dk zoe\u0308@müller.de",
  });
  assertEquals(app.agillic.calls.map(({ path }) => escaped(decodeURIComponent(path))), [
    "/recipients/EMAIL=\\u200bZo\\u00eb@M\\u00dcLLER.de",
    "/recipients/EMAIL=Zo\\u00eb@M\\u00dcLLER.de",
    "/recipients/EMAIL=zo\\u00eb@m\\u00fcller.de",
    "/recipients/EMAIL=zo\\u00eb@xn--mller-kva.de",
    "/recipients/EMAIL=zoe\\u0308@mu\\u0308ller.de",
    "/recipients/EMAIL=none@example.dk",
  ]);
});

/** The address in ASCII: otherwise two that look alike could not be told apart. */
function escaped(text: string): string {
  return text.replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
