import { type Context, Hono } from "hono";
import { isWhitelisted } from "./installation.ts";
import { fillText } from "./placeholders.ts";
import { parseProxyRequest, type ProxyRequest } from "./proxy_request.ts";
import { signJwt } from "./settings_token.ts";
import type { Simulation } from "./simulation.ts";
import type { DeskEnv } from "./desk_env.ts";

/** More of an answer than this is not passed on; Zendesk's own limit is not documented. */
const MAX_ANSWER_BYTES = 1_000_000;

/** What an app cannot send along: the browser's and the connection's own headers. */
const WITHHELD_HEADERS =
  /^(origin|referer|cookie|host|connection|content-length|forwarded|sec-.*|proxy-.*|x-forwarded-.*)$/i;

/** Sends apps' requests to other hosts for them, filling in and signing settings on the way. */
export function createProxy(simulation: Simulation): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.post("/proxy/v2/apps/:installation", async (c) => {
    const { switches } = simulation;
    if (switches.proxyLatencyMs > 0) await simulation.delay(switches.proxyLatencyMs);
    if (c.req.param("installation") !== String(simulation.installationId)) {
      return refuse(404, "No such installation.");
    }
    try {
      return await send(c, simulation, parseProxyRequest(await c.req.json()));
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      return refuse(400, `Invalid request: ${error.message}`);
    }
  });
  return app;
}

async function send(
  c: Context<DeskEnv>,
  simulation: Simulation,
  asked: ProxyRequest,
): Promise<Response> {
  const { switches, installation } = simulation;
  const { method } = asked;
  c.set("proxied", { method, url: asked.url, status: null });
  if (asked.secure && switches.installation422) {
    return refuse(422, "Failed to get installation and oauth information for app.");
  }
  if (switches.proxyStatus !== null) {
    return refuse(switches.proxyStatus, `the simulator is set to answer ${switches.proxyStatus}`);
  }
  const { url, init } = await fill(simulation, asked);
  if (!/^https?:$/.test(url.protocol)) return refuse(400, `no proxy for ${url.protocol}`);
  if (asked.secure && !isWhitelisted(installation, url)) {
    return refuse(403, `${url.host} is not in the manifest's domainWhitelist`);
  }
  const signal = AbortSignal.timeout(switches.proxyTimeoutMs);
  const answer = await simulation.fetch(new Request(url, { ...init, redirect: "manual", signal }))
    .then(async (response) => ({ response, body: await response.text() }))
    .catch((error: unknown) => error instanceof Error ? error : new Error(String(error)));
  if (answer instanceof Error) {
    return signal.aborted
      ? refuse(504, `${url.host} did not answer in ${switches.proxyTimeoutMs} ms`)
      : refuse(502, `${url.host} cannot be reached: ${answer.message}`);
  }
  const { response, body } = answer;
  c.set("proxied", { method, url: asked.url, status: response.status });
  if (body.length > MAX_ANSWER_BYTES) return refuse(502, `${url.host} answered too much`);
  return passOn(response, body);
}

/** Puts settings and token in, where `secure: true` allows it. */
async function fill(
  simulation: Simulation,
  asked: ProxyRequest,
): Promise<{ url: URL; init: RequestInit }> {
  const token = asked.secure && asked.jwt !== null ? await signJwt(simulation, asked.jwt) : null;
  const put = (scope: "url" | "header" | "body", text: string) => {
    if (!asked.secure) return text;
    const filled = fillText(simulation, scope, text);
    return token === null ? filled : filled.replaceAll("{{jwt.token}}", token);
  };
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    // Zendesk's proxy drops names with an underscore without a word.
    if (name.includes("_") || WITHHELD_HEADERS.test(name)) continue;
    headers.set(name, put("header", value));
  }
  const hasBody = asked.body !== null && asked.method !== "GET" && asked.method !== "HEAD";
  return {
    url: new URL(put("url", asked.url)),
    init: {
      method: asked.method,
      headers,
      ...(hasBody ? { body: put("body", asked.body ?? "") } : {}),
    },
  };
}

function passOn(response: Response, body: string): Response {
  const headers = new Headers(response.headers);
  // A redirect is handed back, and without its address, so that the browser does not follow it either.
  for (const name of ["location", "set-cookie", "content-encoding", "content-length"]) {
    headers.delete(name);
  }
  const empty = [204, 205, 304].includes(response.status);
  return new Response(empty ? null : body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

function refuse(status: number, reason: string): Response {
  return new Response(status === 422 ? reason : `Proxy error: ${reason}`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
