import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { partsOf, problemsOf, textOf } from "./answers.ts";

const PARTS: Record<string, string[]> = {
  "/sidebar": ["events", "recipient", "communications"],
  "/recipient": ["recipient"],
  "/communications": ["communications"],
};

const UNAVAILABLE = [
  "Agillic cannot be reached",
  "Agillic is unavailable, or did not answer.",
];
const UNKNOWN = [
  "Agillic gave an unknown answer",
  "The app cannot read the answer.",
];
const BUSY = ["Agillic is busy", "Agillic takes no more calls for a moment. Nothing was changed."];

type Failure = { switches: Partial<Switches>; status: number; code: string; words: string[] };

const FAILURES: Record<string, Failure> = {
  "500": {
    switches: { failNext: 9, failStatus: 500 },
    status: 502,
    code: "agillic_unavailable",
    words: [...UNAVAILABLE, "Status: 500"],
  },
  "503 and a web page": {
    switches: { failNext: 9, failStatus: 503, errorBody: "html" },
    status: 502,
    code: "agillic_unavailable",
    words: [...UNAVAILABLE, "Status: 503"],
  },
  "504 and nothing": {
    switches: { failNext: 9, failStatus: 504, errorBody: "empty" },
    status: 502,
    code: "agillic_unavailable",
    words: [...UNAVAILABLE, "Status: 504"],
  },
  "429": {
    switches: { rateLimitNext: 9 },
    status: 503,
    code: "rate_limited",
    words: [...BUSY, "Status: 429"],
  },
  "429 for an hour": {
    switches: { rateLimitNext: 1, retryAfter: "3600" },
    status: 503,
    code: "rate_limited",
    words: BUSY,
  },
  "HTML": {
    switches: { htmlBodyNext: 9 },
    status: 502,
    code: "agillic_answer_unknown",
    words: UNKNOWN,
  },
  "an empty body": {
    switches: { emptyBodyNext: 9 },
    status: 502,
    code: "agillic_answer_unknown",
    words: UNKNOWN,
  },
  "half a body": {
    switches: { halfBodyNext: 9 },
    status: 502,
    code: "agillic_answer_unknown",
    words: UNKNOWN,
  },
  "a body that breaks off": {
    switches: { brokenBodyNext: 9 },
    status: 502,
    code: "agillic_answer_unknown",
    words: UNKNOWN,
  },
  "another shape": {
    switches: { unexpectedShapeNext: 9 },
    status: 502,
    code: "agillic_answer_unknown",
    words: UNKNOWN,
  },
  "a broken connection": {
    switches: { down: true },
    status: 502,
    code: "agillic_unavailable",
    words: UNAVAILABLE,
  },
};

/** A part that says what is wrong, and how to go on, and nothing that helps nobody. */
async function assertNamed(
  app: TestApp,
  path: string,
  { status, code, words }: Omit<Failure, "switches">,
): Promise<void> {
  const response = await app.get(path);
  assertEquals([path, response.status], [path, status]);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(response.headers.get("Requester"), "echo-1");
  const html = await response.text();
  assertEquals([partsOf(html), problemsOf(html)], [PARTS[path], [code]]);
  const text = textOf(html);
  for (const word of [...words, "Try again", `Code: ${code}`, "2026-02-10 09:"]) {
    assertStringIncludes(text, word);
  }
  const requestId = response.headers.get("Request-Id");
  assertStringIncludes(text, `Request: ${requestId}`);
  for (const noise of ["Error:", ".ts:", "undefined", "[object", "Sign in", "SERVER_ERROR"]) {
    assertFalse(text.includes(noise), noise);
  }
  assertFalse(/[{}]/.test(text));
  assertEquals(app.log.at(-1)?.reason, code);
  assert(app.log.every(({ type }) => type === "request"));
}

Deno.test("an empty body is an empty history", async () => {
  using app = await createTestApp();
  app.agillic.set({ emptyBodyNext: 1 });
  const html = await (await app.get("/communications")).text();
  assertStringIncludes(textOf(html), "Nothing sent in the past three months");
});

for (const path of Object.keys(PARTS)) {
  for (const [what, { switches, ...named }] of Object.entries(FAILURES)) {
    if (path === "/communications" && what === "an empty body") continue;
    Deno.test(`GET ${path} names it when Agillic answers ${what}`, async () => {
      using app = await createTestApp();
      app.agillic.set(switches);
      await assertNamed(app, path, named);
    });
  }

  Deno.test(`GET ${path} names it when Agillic answers nothing at all`, async () => {
    using app: TestApp & Disposable = await createTestApp({
      intercept: () => {
        app.clock.now += 4_000;
        return new Promise(() => {});
      },
    });
    await assertNamed(app, path, {
      status: 504,
      code: "agillic_timeout",
      words: ["Agillic took too long", "No answer came within ten seconds."],
    });
  });

  Deno.test(`GET ${path} names it when Agillic does not know the token`, async () => {
    for (const authFailureStatus of [401, 403] as const) {
      for (const errorBody of ["json", "text", "empty", "html"] as const) {
        using app = await createTestApp({ settings: { base64_encoded_token: btoa("a:b") } });
        app.agillic.set({ authFailureStatus, errorBody });
        await assertNamed(app, path, {
          status: 403,
          code: "token_invalid",
          words: [
            "Error Response Code: 403",
            "The Base64 encoded token is invalid.",
            "An administrator can enter a valid one",
            `Status: ${authFailureStatus}`,
          ],
        });
        assertEquals(app.agillic.calls.length, 1);
      }
    }
  });

  Deno.test(`GET ${path} is as ever once Agillic is back`, async () => {
    using app = await createTestApp();
    app.agillic.set({ down: true });
    assertEquals((await app.get(path)).status, 502);
    app.agillic.set({ down: false });
    const response = await app.get(path);
    assertEquals([response.status, problemsOf(await response.text())], [200, []]);
  });

  Deno.test(`GET ${path} gets over a moment of trouble without a word`, async () => {
    using app = await createTestApp();
    app.agillic.set({ rateLimitNext: 1, failNext: 1, dropNext: 1 });
    const response = await app.get(path);
    assertEquals([response.status, problemsOf(await response.text())], [200, []]);
    assertEquals(app.agillic.calls.length, 4);
  });
}

Deno.test("a recipient that cannot be read leaves events and history, and is tried again alone", async () => {
  using app = await createTestApp();
  app.agillic.set({ down: true, onlyRoutes: ["GET /recipients/:id"] });
  const html = await (await app.get("/sidebar")).text();
  assertEquals(problemsOf(html), ["agillic_unavailable"]);
  assertStringIncludes(html, 'id="recipient-retry" hx-get="/recipient" hx-target="#recipient"');
  for (const path of ["/events", "/communications"]) {
    const response = await app.get(path);
    assertEquals([path, response.status, problemsOf(await response.text())], [path, 200, []]);
  }
});

Deno.test("a history that cannot be read leaves recipient and events", async () => {
  using app = await createTestApp();
  app.agillic.set({
    down: true,
    onlyRoutes: ["POST /recipients/:id/:listCommunicationHistory"],
  });
  const html = await (await app.get("/communications")).text();
  assertEquals(problemsOf(html), ["agillic_unavailable"]);
  assertStringIncludes(html, 'hx-get="/communications" hx-target="#communications"');
  for (const path of ["/sidebar", "/recipient", "/events"]) {
    const response = await app.get(path);
    assertEquals([path, response.status, problemsOf(await response.text())], [path, 200, []]);
  }
});

Deno.test("a store that fails leaves recipient and history", async () => {
  using app = await createTestApp({ kv: null });
  for (const path of ["/recipient", "/communications"]) {
    const response = await app.get(path);
    assertEquals([path, response.status, problemsOf(await response.text())], [path, 200, []]);
  }
});

Deno.test("an error that nobody foresaw is told without its words, and logged without them", async () => {
  const value = {
    get agent(): never {
      throw new RangeError("mette@example.dk has no value");
    },
  };
  const entry = { value };
  const kv = { getMany: () => Promise.resolve([entry, entry, entry]) } as unknown as Kv;
  using app = await createTestApp({ kv });
  const response = await app.get("/events");
  assertEquals([response.status, response.headers.get("Requester")], [500, "echo-1"]);
  const html = await response.text();
  assertEquals([partsOf(html), problemsOf(html)], [["events"], ["internal"]]);
  assertStringIncludes(textOf(html), "Something went wrong The app could not finish this.");
  assertStringIncludes(textOf(html), `Request: ${response.headers.get("Request-Id")}`);
  assertFalse(/RangeError|mette|\.tsx?/.test(html));
  const [fault, line] = app.log.slice(-2);
  assertEquals([fault?.type, fault?.error], ["fault", "RangeError"]);
  assertStringIncludes(String(fault?.where), "records.ts");
  assertEquals([line?.status, line?.reason], [500, "internal:RangeError"]);
  assertFalse(JSON.stringify(app.log).includes("mette"));
});
