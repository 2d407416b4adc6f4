/**
 * What an agent with developer tools can try: Zendesk's proxy fills in whatever placeholder the browser composes, wherever the
 * parameter's scope allows, and sends it to us. No answer, log line or stored entry may then hold a secret.
 */
import { assert, assertEquals, assertFalse } from "@std/assert";
import { REQUEST_HEADERS } from "../../contract/headers.ts";
import { SETTING_NAMES } from "../../contract/settings.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createTestApp, ORIGIN, type TestApp, type TestAppOptions } from "../app_fixture.ts";

const TOKEN = String(DEFAULT_SETTINGS.base64_encoded_token);
const SECRET = String(DEFAULT_SETTINGS.settings_secret);
const PLACEHOLDERS = [
  "{{setting.base64_encoded_token}}",
  "{{setting.settings_secret}}",
  "{{jwt.token}}",
];
// Bare, inside of other text, as an address, and moved by letters in front.
const FORMS = [(p: string) => p, (p: string) => `a ${p} b`, (p: string) => `x${p}@y.dk`];
const TRIES = PLACEHOLDERS.flatMap((placeholder) => FORMS.map((form) => form(placeholder)));

const SECRETS = [
  TOKEN,
  TOKEN.replace(/=+$/, ""),
  "agillic-secret",
  SECRET,
  // How each token that Zendesk signs begins; ours begin otherwise.
  btoa('{"alg":"HS256","typ":"JWT"}').replace(/=+$/, ""),
];

type Attack = {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  claims?: Record<string, unknown>;
};

/** One browser of an agent, and everything that came back to it. */
class HostileAgent {
  readonly seen: string[] = [];
  constructor(readonly app: TestApp, readonly agentPass: string) {}

  /** Has Zendesk's proxy send a request, with placeholders filled in. */
  async throughProxy({ path, method = "GET", headers = {}, body, claims = {} }: Attack) {
    const response = await this.app.zendesk.fetch("/proxy/v2/apps/5678", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        url: `${ORIGIN}${path}`,
        method,
        headers,
        body,
        secure: true,
        jwt: {
          algorithm: "HS256",
          secret_key: "{{setting.settings_secret}}",
          claims: { ...honestClaims(), ...claims },
        },
      }),
    });
    return await this.note(response);
  }

  async direct(path: string, init: RequestInit) {
    return await this.note(await this.app.request(path, init));
  }

  private async note(response: Response): Promise<{ status: number; text: string }> {
    const text = await response.text();
    this.seen.push(text, JSON.stringify([...response.headers]));
    return { status: response.status, text };
  }
}

function honestClaims(): Record<string, string> {
  const names = SETTING_NAMES.map((name) => [name, `{{setting.${name}}}`]);
  return { ...Object.fromEntries(names), installation_id: "5678" };
}

async function signIn(agent: HostileAgent, attack: Partial<Attack> = {}): Promise<string> {
  const { text } = await agent.throughProxy({
    path: "/session",
    method: "POST",
    body: JSON.stringify({ agentPass: agent.agentPass }),
    ...attack,
    headers: {
      Authorization: "Bearer {{jwt.token}}",
      "Agillic-Token": "{{setting.base64_encoded_token}}",
      "Content-Type": "application/json",
      ...attack.headers,
    },
  });
  return text.startsWith('{"session"') ? JSON.parse(text).session : "";
}

const PLACE = {
  Requester: "echo-1",
  "Requester-Email": "mette%40example.dk",
  "Requester-Id": "501",
  "Ticket-Id": "101",
};
const GETS = [
  "/sidebar",
  "/recipient",
  "/events",
  "/communications",
  "/communications/picture",
  "/setup",
];
const POSTS = ["/events/1", "/recipient", "/setup"];

/** Looks at everything with a session. */
async function lookAround(agent: HostileAgent, session: string): Promise<void> {
  const headers = { ...PLACE, Authorization: `Bearer ${session}` };
  for (const path of GETS) await agent.direct(path, { headers });
  for (const path of POSTS) await agent.direct(path, { method: "POST", headers });
}

async function storeOf(kv: Deno.Kv): Promise<string[]> {
  const entries: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    entries.push(JSON.stringify([key, value]));
  }
  return entries;
}

const WHERE: Record<string, TestAppOptions> = {
  "in Zendesk": {},
  "on the server": {
    accounts: {
      acme: { settingsSecrets: [SECRET], settings: { base64_encoded_token: TOKEN } },
    },
  },
};

for (const [where, options] of Object.entries(WHERE)) {
  Deno.test(`no secret comes back to a hostile agent, with the token ${where}`, async () => {
    using kv = await Deno.openKv(":memory:");
    using app = await createTestApp({ ...options, kv });
    const agent = new HostileAgent(app, await app.agentPass());
    const honest = await signIn(agent);
    assert(honest !== "", "an honest agent signs in");
    const headers = { ...PLACE, Authorization: `Bearer ${honest}` };

    for (const text of TRIES) {
      for (const name of [...SETTING_NAMES, "base64_encoded_token", "unknown"]) {
        const session = await signIn(agent, { claims: { [name]: text } });
        if (session !== "") await lookAround(agent, session);
      }
      for (const name of [...Object.values(REQUEST_HEADERS), "Agillic-Token", "User-Agent"]) {
        await signIn(agent, { headers: { [name]: text } });
        for (const path of GETS) {
          await agent.throughProxy({ path, headers: { ...headers, [name]: text } });
        }
        for (const path of POSTS) {
          await agent.throughProxy({ path, method: "POST", headers: { ...headers, [name]: text } });
        }
      }
      for (
        const path of [`/${text}`, `/events/${text}`, `/assets/${text}`, `/shell?origin=${text}`]
      ) {
        await agent.throughProxy({ path, headers });
        await agent.throughProxy({ path, method: "POST", headers });
      }
      for (const query of ["channel", "before", "other"]) {
        await agent.throughProxy({ path: `/communications?${query}=${text}`, headers });
      }
      for (const path of [...POSTS, "/shell", "/session"]) {
        for (const field of ["testRecipient", "action", "token", "agentPass"]) {
          const form = { ...headers, "Content-Type": "application/x-www-form-urlencoded" };
          await agent.throughProxy({
            path,
            method: "POST",
            headers: form,
            body: `${field}=${text}`,
          });
          const json = { ...headers, "Content-Type": "application/json" };
          const body = JSON.stringify({ [field]: text });
          await agent.throughProxy({ path, method: "POST", headers: json, body });
        }
      }
    }

    const log = app.log.map((entry) => JSON.stringify(entry));
    const stored = await storeOf(kv);
    assert(agent.seen.length > 2_000);
    for (const secret of SECRETS) {
      assertEquals(agent.seen.filter((text) => text.includes(secret)), [], "answers");
      assertFalse(log.some((line) => line.includes(secret)), "log");
      assertFalse(stored.some((entry) => entry.includes(secret)), "store");
    }
    assertEquals(app.log.filter(({ type }) => type === "fault"), []);
  });
}
