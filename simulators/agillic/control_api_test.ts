import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestSimulator, noon, readPersonData, type TestSimulator } from "./client_fixture.ts";

const mette = "/recipients/mette%40example.dk";

function control(
  simulator: TestSimulator,
  request: string,
  body: unknown = {},
): Promise<Response> {
  const [method = "GET", path] = request.split(" ");
  return simulator.fetch(`http://localhost/_simulator${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: method === "GET" ? null : JSON.stringify(body),
  });
}

function submit(
  simulator: TestSimulator,
  path: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  return simulator.fetch(`http://localhost/_simulator${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
}

Deno.test("PATCH /_simulator/switches changes what it names and answers all of them", async () => {
  const simulator = createTestSimulator();
  const answer = await control(simulator, "PATCH /switches", { failNext: 2, failStatus: 500 });
  assertEquals(answer.status, 200);
  const switches = await answer.json();
  assertEquals([switches.failNext, switches.errorBody], [2, "json"]);
  assertEquals(await (await control(simulator, "GET /switches")).json(), switches);
  assertEquals(simulator.switches.failStatus, 500);
});

Deno.test("PATCH /_simulator/switches refuses the whole change and names the faulty switch", async () => {
  const simulator = createTestSimulator();
  const refusals: [unknown, string][] = [
    [
      { latencyMs: 5, failStatus: 404 },
      "The switch failStatus must be one of 500, 502, 503, 504: it is 404",
    ],
    [{ latencyMs: -1 }, "The switch latencyMs must be a whole number, 0 or more: it is -1"],
    [{ nothing: 1 }, "There is no switch nothing"],
    [{ onlyRoutes: ["GET /x"] }, "The switch onlyRoutes must be a list of routes"],
    [{ latencyByRecipient: { "a@b.dk": "1" } }, "The switch latencyByRecipient must be an object"],
    [[], "The body must be a JSON object"],
  ];
  for (const [changes, message] of refusals) {
    const answer = await control(simulator, "PATCH /switches", changes);
    assertEquals(answer.status, 400);
    assertStringIncludes((await answer.json()).message, message);
  }
  assertEquals(simulator.switches.latencyMs, 0);
});

Deno.test("the control API is not touched by faults, wants no credential, and is not noted", async () => {
  const simulator = createTestSimulator();
  simulator.set({ down: true, errorBody: "empty" });
  assertEquals((await control(simulator, "GET /state")).status, 200);
  assertEquals((await control(simulator, "GET /nowhere")).status, 404);
  assertEquals(await (await control(simulator, "GET /calls")).json(), { calls: [], counts: {} });
});

Deno.test("recipients and communications are added, opened, clicked and bounced by hand", async () => {
  const simulator = createTestSimulator();
  await control(simulator, "POST /recipients", { EMAIL: "a/b@example.dk", CITY: "Ribe" });
  assertEquals((await readPersonData(simulator, "a/b@example.dk")).CITY, "Ribe");
  const path = "/recipients/a%2Fb%40example.dk/communications";
  const added = await control(simulator, `POST ${path}`, {
    name: "Receipt",
    channel: "EMAIL",
    sentAt: "2026-06-01T08:00:00Z",
    storedEmailUrl: "https://mail.example.net/1",
  });
  assertEquals([added.status, await added.json()], [201, { number: 0 }]);
  for (const deed of ["open", "click", "bounce"]) {
    assertEquals((await control(simulator, `POST ${path}/last/${deed}`)).status, 200);
  }
  const { recipients } = await (await control(simulator, "GET /state")).json();
  assertEquals(recipients.at(-1).communications, [{
    name: "Receipt",
    channel: "EMAIL",
    sentAt: Date.UTC(2026, 5, 1, 8),
    storedEmailUrl: "https://mail.example.net/1",
    openedAt: noon,
    clickedAt: noon,
    bouncedAt: noon,
  }]);
});

Deno.test("faulty commands are refused and say why", async () => {
  const simulator = createTestSimulator();
  const refusals: [number, string, unknown][] = [
    [409, "/recipients", { EMAIL: "mette@example.dk" }],
    [400, "/recipients", { EMAIL: 1 }],
    [404, "/recipients/nobody%40example.dk/communications", { name: "A", channel: "SMS" }],
    [400, `${mette}/communications`, { name: "A" }],
    [400, `${mette}/communications`, { name: "A", channel: "SMS", sentAt: "yesterday" }],
    [400, `${mette}/communications`, { name: "A", channel: "SMS", sent: "2026" }],
    [404, `${mette}/communications/99/open`, {}],
    [400, `${mette}/communications/first/open`, {}],
    [404, `${mette}/communications/0/forward`, {}],
    [400, `${mette}/history`, { count: -1 }],
    [400, `${mette}/history`, { count: 1e9 }],
    [409, `${mette}/click-double-opt-in`, {}],
  ];
  for (const [status, path, body] of refusals) {
    const answer = await control(simulator, `POST ${path}`, body);
    assertEquals([path, answer.status], [path, status]);
    assertMatch((await answer.json()).message, /\w/);
  }
});

Deno.test("a history of 10,000 is added at once", async () => {
  const simulator = createTestSimulator();
  await control(simulator, "POST /recipients/busy%40example.dk/history", { count: 10_000 });
  const { recipients } = await (await control(simulator, "GET /state")).json();
  const busy = recipients.find(({ personData }: { personData: { EMAIL: string } }) =>
    personData.EMAIL === "busy@example.dk"
  );
  assertEquals(busy.communications.length, 10_300);
});

Deno.test("POST /_simulator/reset puts everything back", async () => {
  const simulator = createTestSimulator({ flowDelayMs: 7 });
  simulator.addRecipient({ EMAIL: "new@example.dk" });
  simulator.set({ down: true, flowDelayMs: 0 });
  assertEquals((await control(simulator, "POST /reset")).status, 200);
  assertEquals([simulator.switches.down, simulator.switches.flowDelayMs], [false, 7]);
  assertEquals(await readPersonData(simulator, "new@example.dk"), undefined);
});

Deno.test("GET / shows recipients, calls, switches and coverage, all escaped", async () => {
  const simulator = createTestSimulator();
  await readPersonData(simulator, "mette@example.dk");
  const answer = await simulator.fetch("http://localhost/");
  assertEquals(answer.headers.get("Content-Type"), "text/html; charset=UTF-8");
  const page = await answer.text();
  assertMatch(page, /^<!DOCTYPE html><html lang="en">/);
  assertStringIncludes(page, "mette@example.dk");
  assertStringIncludes(page, "<td>/recipients/EMAIL=mette%40example.dk</td>");
  assertStringIncludes(page, `<select name="errorBody">`);
  assertStringIncludes(page, "<td>GET /discovery/persondata</td>");
  assertStringIncludes(page, "&lt;script&gt;alert(1)&lt;/script&gt;");
  assertEquals(page.includes("<script>"), false);
});

Deno.test("every field of the page's switch form, sent back as it is, changes nothing", async () => {
  const simulator = createTestSimulator();
  simulator.set({ latencyByRecipient: { "a@b.dk": 5 }, unknownEvents: ["a", "b"], emptyValue: "" });
  const before = structuredClone(simulator.switches);
  const page = await (await simulator.fetch("http://localhost/")).text();
  const form = page.slice(page.indexOf(`action="/_simulator/switches"`));
  const fields: Record<string, string> = {};
  for (const [, name = "", value = ""] of form.matchAll(/<input name="(\w+)" value="([^"]*)"/g)) {
    fields[name] = value.replaceAll("&quot;", '"');
  }
  for (
    const [, name = "", options = ""] of form.matchAll(/<select name="(\w+)">(.*?)<\/select>/g)
  ) {
    fields[name] = options.match(/value="([^"]*)" selected/)?.[1] ?? "none selected";
  }
  assertEquals(Object.keys(fields).sort(), Object.keys(before).sort());
  const answer = await submit(simulator, "/switches", fields);
  assertEquals([answer.status, answer.headers.get("Location")], [303, "/"]);
  assertEquals(simulator.switches, before);
});

Deno.test("the page's forms do what they say and come back to it", async () => {
  const simulator = createTestSimulator({ flowDelayMs: 0 });
  const forms: [string, Record<string, string>][] = [
    ["/recipients", { EMAIL: "new@example.dk", FIRSTNAME: "" }],
    [`${mette}/communications`, { name: "By hand", channel: "SMS" }],
    [`${mette}/communications/last/click`, {}],
    [`${mette}/history`, { count: "2" }],
    ["/switches", { onlyRoutes: "GET /recipients/:id", callsPerDay: "", latencyByRoute: "" }],
  ];
  for (const [path, fields] of forms) {
    assertEquals([path, (await submit(simulator, path, fields)).status], [path, 303]);
  }
  assertEquals(simulator.switches.onlyRoutes, ["GET /recipients/:id"]);
  assertEquals((await submit(simulator, "/switches", { failNext: "many" })).status, 400);
  assertEquals((await submit(simulator, "/switches", { latencyByRoute: "{" })).status, 400);
});
