/** What stands around server processes: Agillic and Zendesk, the environment, and an agent. */
import { serve, type ServedSimulator } from "../../simulators/agillic/main.ts";
import { createZendeskSimulator, type ZendeskSimulator } from "../../simulators/zendesk/app.ts";
import { DEVELOPMENT_SETTINGS_SECRET } from "../../simulators/zendesk/settings.ts";
import { SESSION_KEY } from "../app_fixture.ts";
import { buildShell } from "./server_process.ts";

/** Achieving an event, as the simulators count it. */
export const ACHIEVE = "POST /recipients/:id/events/:event/:achieveEvent";
/** The same with a context. */
export const WITH_CONTEXT = "POST /recipients/:id/events/:event/:achieveWithContext";

/** The requester of the tickets. */
export const METTE = "mette@example.dk";

/** An account with one store, on disk unless said otherwise; everything is gone when it is disposed of. */
export type Account = AsyncDisposable & {
  agillic: ServedSimulator["simulator"];
  zendesk: ZendeskSimulator;
  /** The environment of every server of the account. */
  env: Record<string, string>;
};

/** Opens an account whose Agillic listens on a free port; `store` says where its actions are kept. */
export async function openAccount(store?: Record<string, string>): Promise<Account> {
  await buildShell();
  const folder = await Deno.makeTempDir();
  const served = await serve(0);
  const manifest = await Deno.readTextFile(
    new URL("../../app-shell/package/manifest.json", import.meta.url),
  );
  const zendesk = createZendeskSimulator({
    origin: "https://acme.zendesk.com",
    backend: "http://localhost:8000",
    manifest: JSON.parse(manifest),
    fetch: () => Promise.reject(new TypeError("No network in tests")),
  });
  return {
    agillic: served.simulator,
    zendesk,
    env: {
      PUBLIC_URL: "http://localhost:8000",
      ZENDESK_SUBDOMAINS: "acme",
      ZENDESK_APP_PUBLIC_KEY: zendesk.publicKeyPem,
      SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
      SESSION_KEYS: SESSION_KEY,
      AGILLIC_BASE_URL: served.origin,
      ...store ?? { KV_PATH: `${folder}/store.sqlite3` },
    },
    async [Symbol.asyncDispose]() {
      await served.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** An agent in front of a ticket of mette@example.dk; a session of one server opens at all of them. */
export type Agent = {
  get(origin: string, path: string, more?: Record<string, string>): Promise<Response>;
  post(
    origin: string,
    path: string,
    action: string,
    values?: Record<string, string>,
  ): Promise<Response>;
  /** Posts anything; its headers are laid over the agent's own. */
  send(origin: string, post: Post): Promise<Response>;
};

/** A post with its form. */
export type Post = {
  path: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

/** Signs in the way the shell does. */
export async function signIn({ zendesk }: Account, origin: string): Promise<Agent> {
  const query = "origin=https://acme.zendesk.com&app_guid=guid&colorScheme=light";
  const shell = await fetch(`${origin}/shell?${query}`, {
    method: "POST",
    body: new URLSearchParams({ token: await zendesk.signShellToken() }),
  });
  const agentPass = /<meta name="agent-pass" content="([^"]+)"/.exec(await shell.text())?.[1];
  const answer = await fetch(`${origin}/session`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${await zendesk.signSettings()}`,
      "Agillic-Token": zendesk.fillHeader("{{setting.base64_encoded_token}}"),
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ agentPass }),
  });
  const headers = {
    Authorization: `Bearer ${(await answer.json()).session}`,
    Requester: "echo",
    "Requester-Email": encodeURIComponent(METTE),
    "Requester-Id": "501",
    "Ticket-Id": "101",
    "Agent-Locale": "en-US",
    "Agent-Name": "Mette",
  };
  return {
    get: (origin, path, more) => fetch(`${origin}${path}`, { headers: { ...headers, ...more } }),
    post: (origin, path, action, values = {}) =>
      send(origin, { path, form: { ...values, action } }),
    send,
  };

  function send(origin: string, { path, form = {}, headers: more }: Post): Promise<Response> {
    return fetch(`${origin}${path}`, {
      method: "POST",
      headers: { ...headers, ...more },
      body: new URLSearchParams(form),
    });
  }
}
