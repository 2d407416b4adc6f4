import type { ZendeskSimulator } from "../../simulators/zendesk/app.ts";
import {
  DEFAULT_SETTINGS,
  DEVELOPMENT_SETTINGS_SECRET,
} from "../../simulators/zendesk/settings.ts";
import { encodeRequest } from "./connection.ts";
import { EMAILS } from "./people.ts";
import { type Program, startProgram } from "./processes.ts";

/** The Person Data that every recipient part here shows. */
export const FIELDS = String(DEFAULT_SETTINGS.person_data_field_list);

// As `deno task start` runs it.
const COMMAND = ["--allow-net", "--allow-env", "--allow-read", "--allow-write", "server/main.ts"];

/** Starts our server as it runs anywhere; one port for all, since sessions are made for an origin. */
export type OurServer = {
  port: number;
  /** What sessions are sealed with. */
  sessionKey: string;
  start(): Promise<Program>;
  /** Signs in as the shell does and keeps the session; the server must run. */
  signIn(): Promise<void>;
  /** What the shell sends for each person through a browser, in one session. */
  requests(path: string, emails?: readonly string[]): Uint8Array[];
};

/** Where our server is, whom it trusts, and what it asks. */
export type OurServerOptions = {
  port: number;
  upstreamPort: number;
  kvPath: string;
  zendesk: ZendeskSimulator;
  /** Where the simulated account is, when a browser shows it. */
  zendeskOrigin?: string;
};

/** Prepares our server's environment, with keys of its own. */
export function createOurServer(options: OurServerOptions): OurServer {
  const { port, zendesk } = options;
  const origin = `http://localhost:${port}`;
  const sessionKey = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const env = {
    PUBLIC_URL: origin,
    ZENDESK_SUBDOMAINS: "acme",
    ZENDESK_APP_PUBLIC_KEY: zendesk.publicKeyPem,
    SETTINGS_SECRETS: DEVELOPMENT_SETTINGS_SECRET,
    SESSION_KEYS: sessionKey,
    AGILLIC_BASE_URL: `http://localhost:${options.upstreamPort}`,
    KV_PATH: options.kvPath,
    PORT: String(port),
    ...(options.zendeskOrigin === undefined ? {} : { ZENDESK_ORIGIN: options.zendeskOrigin }),
  };
  let session = "";
  return {
    port,
    sessionKey,
    start: () => startProgram(COMMAND, { port, env }),
    async signIn() {
      const shell = await fetch(
        `${origin}/shell?origin=https://acme.zendesk.com&app_guid=bench&colorScheme=light`,
        { method: "POST", body: new URLSearchParams({ token: await zendesk.signShellToken() }) },
      );
      const agentPass = /<meta name="agent-pass" content="([^"]+)"/.exec(await shell.text())?.[1];
      const answer = await fetch(`${origin}/session`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${await zendesk.signSettings()}`,
          "agillic-token": String(DEFAULT_SETTINGS.base64_encoded_token),
        },
        body: JSON.stringify({ agentPass }),
      });
      if (!answer.ok) throw new Error(`Cannot sign in: ${answer.status} ${await answer.text()}`);
      session = (await answer.json()).session;
    },
    requests: (path, emails = EMAILS) =>
      emails.map((email, index) =>
        encodeRequest("GET", path, {
          Host: `localhost:${port}`,
          Accept: "text/html",
          "Accept-Encoding": "gzip, deflate, br, zstd",
          Authorization: `Bearer ${session}`,
          "HX-Request": "true",
          Requester: `bench-${index}`,
          "Requester-Email": encodeURIComponent(email),
          "Requester-Id": String(2000 + index),
          "Ticket-Id": String(100 + index),
          "Ticket-Created-At": encodeURIComponent(new Date().toISOString()),
          "Agent-Locale": "en",
          "Agent-Time-Zone": encodeURIComponent("Europe/Copenhagen"),
          "Agent-Name": "Bench",
          ...(path === "/sidebar" ? { History: "behind" } : {}),
        })
      ),
  };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_")
    .replaceAll("=", "");
}
