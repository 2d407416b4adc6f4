import { assertEquals } from "@std/assert";
import { serve as serveAgillic } from "../../simulators/agillic/main.ts";
import { serve as serveZendesk } from "../../simulators/zendesk/main.ts";
import { DEVELOPMENT_SETTINGS_SECRET } from "../../simulators/zendesk/settings.ts";
import { findFreePort, startProgram } from "../../tools/bench/processes.ts";
import { SESSION_KEY } from "../app_fixture.ts";
import { actionIn } from "./answers.ts";

Deno.test("an event is triggered once also when Agillic breaks a connection that was used before", async () => {
  await using cleanUp = new AsyncDisposableStack();
  const port = findFreePort();
  const origin = `http://localhost:${port}`;
  const agillic = await serveAgillic(0);
  cleanUp.defer(() => agillic.close());
  const zendesk = await serveZendesk({ port: 0, backend: origin });
  cleanUp.defer(() => zendesk.close());
  cleanUp.use(
    await startProgram(["--allow-all", "server/main.ts"], {
      port,
      env: {
        PUBLIC_URL: origin,
        PORT: String(port),
        ZENDESK_SUBDOMAINS: "acme",
        ZENDESK_APP_PUBLIC_KEY: zendesk.simulator.publicKeyPem,
        ZENDESK_ORIGIN: zendesk.origin,
        SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
        SESSION_KEYS: SESSION_KEY,
        AGILLIC_BASE_URL: agillic.origin,
        KV_PATH: ":memory:",
      },
    }),
  );

  const headers = {
    Authorization: `Bearer ${await signIn(origin, zendesk)}`,
    Requester: "echo-1",
    "Requester-Email": encodeURIComponent("mette@example.dk"),
    "Requester-Id": "501",
    "Ticket-Id": "101",
  };
  const sidebar = await (await fetch(`${origin}/sidebar`, { headers })).text();
  agillic.simulator.set({ dropAfterDoingNext: 1 });
  const answer = await fetch(`${origin}/events/1`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ action: actionIn(sidebar) }),
  });
  await answer.body?.cancel();

  assertEquals(answer.status, 504);
  assertEquals(agillic.simulator.achieved("mette@example.dk", "welcome_event"), 1);
});

async function signIn(
  origin: string,
  zendesk: Awaited<ReturnType<typeof serveZendesk>>,
): Promise<string> {
  const query = new URLSearchParams({ origin: zendesk.origin, app_guid: "guid" });
  const token = await zendesk.simulator.signShellToken();
  const shell = await fetch(`${origin}/shell?${query}`, {
    method: "POST",
    body: new URLSearchParams({ token }),
  });
  const agentPass = /<meta name="agent-pass" content="([^"]+)"/.exec(await shell.text())?.[1];
  const session = await fetch(`${origin}/session`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${await zendesk.simulator.signSettings()}`,
      "Agillic-Token": zendesk.simulator.fillHeader("{{setting.base64_encoded_token}}"),
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ agentPass }),
  });
  return (await session.json()).session;
}
