import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { decodeJwt } from "jose";
import { createZendeskSimulator, type ZendeskSimulator } from "./app.ts";
import { AGENT_COOKIE } from "./desk_env.ts";
import { BACKEND, testOptions } from "./options_fixture.ts";

async function frame(simulator: ZendeskSimulator, location: string, agentId?: number) {
  const headers = agentId === undefined ? {} : { cookie: `${AGENT_COOKIE}=${agentId}` };
  const response = await simulator.fetch(`/agent/app_frame?location=${location}`, { headers });
  return { status: response.status, body: response.ok ? await response.json() : null };
}

Deno.test("the agent page shows the simulator's name, its controls and no secure setting", async () => {
  const simulator = createZendeskSimulator(testOptions());
  for (
    const path of [
      "/",
      "/agent/views",
      "/agent/tickets/101",
      "/agent/tickets/new",
      "/agent/users/501",
    ]
  ) {
    const response = await simulator.fetch(path);
    assertEquals(response.status, 200);
    const page = await response.text();
    assert(page.startsWith("<!DOCTYPE html>"));
    for (
      const part of ["Zendesk simulator", 'id="requester"', 'id="dark-mode"', 'id="tray-edge"']
    ) {
      assertStringIncludes(page, part);
    }
    assert(!page.includes("development-settings-secret"));
    assert(!page.includes(btoa("agillic-key:agillic-secret")));
    assert(!page.includes("<script>alert"));
  }
});

Deno.test("a ticket or customer that there is not is 404", async () => {
  const simulator = createZendeskSimulator(testOptions());
  for (
    const path of ["/agent/tickets/1", "/agent/users/1", "/agent/app_frame", "/host/nothing.js"]
  ) {
    assertEquals((await simulator.fetch(path)).status, 404);
  }
});

Deno.test("an app frame is the manifest's location at the backend, with a token where it is signed", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const signed = await frame(simulator, "new_ticket_sidebar");
  assertEquals(signed.body.url, `${BACKEND}/shell?new=1`);
  assertEquals(decodeJwt(signed.body.token).context, {
    product: "support",
    location: "new_ticket_sidebar",
  });
  const unsigned = await frame(simulator, "user_sidebar");
  assertEquals(unsigned.body, { url: `${BACKEND}/shell`, signed: false, token: null });
  assertEquals((await frame(simulator, "nav_bar")).status, 404);
});

Deno.test("the token is that of the agent who is signed in", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const form = new URLSearchParams({ agent: "9002", return_to: "/agent/users/501" });
  const login = await simulator.fetch("/access/login", { method: "POST", body: form });
  assertEquals(login.status, 303);
  assertEquals(login.headers.get("location"), "/agent/users/501");
  assertStringIncludes(login.headers.get("set-cookie") ?? "", `${AGENT_COOKIE}=9002`);
  const { body } = await frame(simulator, "ticket_sidebar", 9002);
  assertEquals(decodeJwt(body.token).sub, "https://acme.zendesk.com/api/v2/users/9002.json");
});

Deno.test("signing in does not lead to another site, and needs an agent there is", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const post = (fields: Record<string, string>) =>
    simulator.fetch("/access/login", { method: "POST", body: new URLSearchParams(fields) });
  const away = await post({ agent: "9002", return_to: "//evil.example" });
  assertEquals(away.headers.get("location"), "/");
  assertEquals((await post({ agent: "1" })).status, 422);
});

Deno.test("the switch tokenOverrides bends or withholds the page's tokens", async () => {
  const simulator = createZendeskSimulator(testOptions());
  simulator.set({ tokenOverrides: { claims: { iss: "evil.example" } } });
  assertEquals(
    decodeJwt((await frame(simulator, "ticket_sidebar")).body.token).iss,
    "evil.example",
  );
  simulator.set({ tokenOverrides: { missing: true } });
  assertEquals((await frame(simulator, "ticket_sidebar")).body.token, null);
});

Deno.test("the page's own files are served as they lie in host/", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const script = await simulator.fetch("/host/desk.js");
  assertStringIncludes(script.headers.get("content-type") ?? "", "text/javascript");
  assertStringIncludes(await script.text(), "createTab");
  const style = await simulator.fetch("/host/desk.css");
  assertStringIncludes(style.headers.get("content-type") ?? "", "text/css");
  assertEquals((await simulator.fetch("/host/..%2fapp.js")).status, 404);
});

Deno.test("calls lists requests by route and agent, without the control API", async () => {
  const simulator = createZendeskSimulator(testOptions());
  await simulator.fetch("/api/v2/tickets/101.json", {
    headers: { cookie: `${AGENT_COOKIE}=9003` },
  });
  await simulator.fetch("/_simulator/switches");
  assertEquals(simulator.calls.length, 1);
  const [call] = simulator.calls;
  assertEquals(call?.route, "/api/v2/tickets/:id{[0-9]+\\.json}");
  assertEquals([call?.method, call?.status, call?.agentId], ["GET", 200, 9003]);
});
