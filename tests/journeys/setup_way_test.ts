import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { firstAction, NOBODY } from "./actions.ts";
import { partsOf, textOf } from "./answers.ts";

/** A problem, and the request whose answer has it. */
type Met = {
  options?: TestAppOptions;
  before?: (app: TestApp) => void;
  ask?: (app: TestApp, place: Place) => Promise<Response>;
  /** What an administrator is told besides the words on the screen. */
  copied?: string[];
};

const trigger = async (app: TestApp, place: Place) =>
  await app.post("/events/1", await firstAction(app), place);

const CORRECTABLE: Record<string, Met> = {
  settings_invalid: {
    options: { settings: { base64_encoded_token: "" } },
    copied: ["Base64 Encoded Token: It is not filled in. Fill it in."],
  },
  token_invalid: {
    options: { settings: { base64_encoded_token: btoa("agillic-key:wrong") } },
    copied: ["Error Response Code: 403", "The Base64 encoded token is invalid."],
  },
  email_field_not_unique: {
    before: (app) => app.agillic.set({ emailUnique: false }),
    ask: (app, place) =>
      app.get("/recipient", { ...place, "Requester-Email": "nobody@example.dk" }),
    copied: ["Error Response Code: 400"],
  },
  event_not_valid: {
    options: { settings: { event_1_name: "dwelcome_event" } },
    ask: trigger,
    copied: [
      "Error Response Code: 404",
      "The event “dwelcome_event” is not valid in this Agillic instance.",
    ],
  },
  creation_event_missing: {
    options: { settings: { double_opt_in_event: "" } },
    ask: (app, place) => app.get("/sidebar", { ...place, ...NOBODY }),
    copied: [
      "Error Response Code: Configuration Error",
      "Error Response Body: Event required to create recipient",
    ],
  },
  store_unavailable: { options: { kv: null }, ask: trigger },
};

for (const [code, { options, before, ask, copied = [] }] of Object.entries(CORRECTABLE)) {
  const answerTo = async (place: Place): Promise<string> => {
    using app = await createTestApp(options);
    before?.(app);
    const response = await (ask ?? ((app, place) => app.get("/sidebar", place)))(app, place);
    return problemIn(await response.text(), code);
  };

  Deno.test(`${code} leads an administrator to the configuration check`, async () => {
    const problem = await answerTo({ "Agent-Role": "admin" });
    assertStringIncludes(problem, ' hx-get="/setup" hx-target="#sidebar"');
    assertStringIncludes(problem, ">Check configuration</button>");
  });

  Deno.test(`${code} gives an agent what to forward, and no way to the check`, async () => {
    const problem = await answerTo({ "Agent-Role": "agent" });
    assertFalse(problem.includes("/setup"));
    const [shown = "", folded = ""] = problem.split("<details>");
    assertStringIncludes(shown, ">Copy for your administrator</button>");
    assertFalse(shown.includes("Error Response"));
    const words = textOf(folded);
    assertStringIncludes(words, "For your administrator");
    for (const line of [...copied, `Code: ${code}`]) assertStringIncludes(words, line);
    assertFalse(folded.includes("@"));
  });
}

Deno.test("what no setting can correct leads nobody to the check", async () => {
  using app = await createTestApp();
  app.agillic.set({ down: true });
  const html = await (await app.get("/recipient", { "Agent-Role": "admin" })).text();
  assertFalse(problemIn(html, "agillic_unavailable").includes("/setup"));
});

Deno.test("where nothing else can be shown the way to the check is on top", async () => {
  using app = await createTestApp({ settings: { base64_encoded_token: "" } });
  const html = await (await app.get("/sidebar", { "Agent-Role": "admin" })).text();
  assertEquals(partsOf(html), ["recipient"]);
  assertEquals(html.split('hx-get="/setup"').length - 1, 2);
  assertStringIncludes(problemIn(html, "settings_invalid"), 'hx-get="/setup"');
});

/** The problem of this code with all that is in it. */
function problemIn(html: string, code: string): string {
  const start = html.indexOf(`<div class="problem" data-problem="${code}"`);
  const end = html.indexOf("</details>", start);
  return start === -1 ? "" : html.slice(start, end === -1 ? undefined : end);
}
