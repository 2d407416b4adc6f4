/**
 * What all peers have in common: what they check, ask, render and say, as our server does. A peer adds a framework and
 * a template engine. What our server does besides (repeating and sharing calls, a time limit, metrics) a peer does not.
 *
 * A program's arguments: port, upstream, the file with the templates, how to ask; in the environment the session key.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { Readable } from "node:stream";
import { createGzip, gzipSync } from "node:zlib";
import { pathsOf, showHistory, showPersonData } from "./agillic.js";
import { createSessions, readHeaders } from "./session.js";

const [, , ownPort, upstream, templatesPath] = process.argv;
const LEAST_CHARACTERS = 1_200;
const LEVEL = 4;
const HISTORY_MARK = "<!--history-->200";

const HEADERS = {
  "Cache-Control": "private, no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Content-Type": "text/html; charset=UTF-8",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex",
  "Strict-Transport-Security": "max-age=31536000",
};

/** Where a peer listens. */
export const port = Number(ownPort);

/** What a peer renders, by part: the markup between the texts, and the texts about the recorded person. */
export const { person, templates } = JSON.parse(readFileSync(templatesPath, "utf8"));

const sessions = await createSessions(process.env.SESSION_KEYS);

/** A sidebar that asks Agillic by `ask`: what is done with each request, in the order of the functions. */
export function createSidebar(ask) {
  const learned = new Map();

  /** Lets a request in, or throws what its framework answers with 401 or 400. */
  async function begin(header, route) {
    const visit = { startedAt: performance.now(), id: crypto.randomUUID(), route, agillicMs: 0 };
    const said = readHeaders(header);
    const { agent, settings } = await sessions.open(header("authorization"));
    const acceptsGzip = /\bgzip\b/.test(header("accept-encoding") ?? "");
    return { ...visit, said, agent, settings, acceptsGzip };
  }

  /** What a part's template is filled with, from Agillic's answer. */
  async function find(part, visit) {
    const { holes, slots } = await learn(part, visit.settings);
    const shown = await read(part, visit);
    const sealed = slots === 0 ? [] : await sealAll(slots, visit);
    const texts = [...sealed, ...shown];
    return holes.map((hole) => typeof hole === "number" ? texts[hole] : hole);
  }

  async function read(part, visit) {
    const { said, settings } = visit;
    const askedAt = performance.now();
    const shown = await readOf(part, said["requester-email"], said["agent-locale"], settings);
    visit.agillicMs += performance.now() - askedAt;
    return shown;
  }

  async function readOf(part, email, locale, { token, personDataFields }) {
    const headers = { accept: "application/json", authorization: `Basic ${token}` };
    const paths = pathsOf(email);
    return part === "communications"
      ? showHistory(await ask(upstream + paths.history, { method: "POST", headers }), locale)
      : showPersonData(
        await ask(upstream + paths.recipient, { headers }),
        personDataFields,
        locale,
      );
  }

  /** Which of the recorded texts are sealed and which are Agillic's, by an answer about the recorded person. */
  async function learnAnew(part, settings) {
    const shown = await readOf(part, person, "en", settings);
    const slots = templates[part].texts.filter(isSealed).length;
    let sealed = 0;
    const holes = templates[part].texts.map((text) => {
      if (isSealed(text)) return sealed++;
      const at = text === "" ? -1 : shown.indexOf(text);
      return at < 0 ? text : slots + at;
    });
    return { holes, slots };
  }

  function learn(part, settings) {
    if (!learned.has(part)) learned.set(part, learnAnew(part, settings));
    return learned.get(part);
  }

  /** The hidden field of each event's form. */
  function sealAll(slots, { said, agent, settings }) {
    return Promise.all(
      settings.events.slice(0, slots).map(({ slot, name }) =>
        sessions.sealAction({
          kind: "event",
          slot,
          event: name,
          ...agent,
          // Where ours has a digest, and remembers it.
          instance: "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG",
          ticketId: said["ticket-id"],
          requesterId: said["requester-id"],
          requesterEmail: said["requester-email"],
          recipientField: settings.emailField,
          recipientValue: said["requester-email"],
        })
      ),
    );
  }

  /** The whole answer. */
  function finish(visit, text) {
    const headers = headersOf(visit);
    writeLine(visit);
    if (!visit.acceptsGzip || text.length < LEAST_CHARACTERS) return { headers, body: text };
    const body = gzipSync(text, { level: LEVEL });
    return { headers: { ...headers, "Content-Encoding": "gzip" }, body };
  }

  /** The answer in two pieces, of which the first is on its way before the second is there. */
  function finishInPieces(visit, first, second) {
    const headers = {
      ...headersOf(visit),
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    };
    async function* pieces() {
      yield first + HISTORY_MARK;
      yield await second;
      writeLine(visit);
    }
    if (!visit.acceptsGzip) return { headers, stream: Readable.from(pieces()) };
    const stream = createGzip({ level: LEVEL });
    (async () => {
      for await (const piece of pieces()) {
        stream.write(piece);
        stream.flush();
      }
      stream.end();
    })().catch((error) => stream.destroy(error));
    return { headers: { ...headers, "Content-Encoding": "gzip" }, stream };
  }

  return { begin, find, finish, finishInPieces };
}

function isSealed(text) {
  return text.startsWith("eyJ");
}

function headersOf({ startedAt, id, said, agillicMs, route }) {
  const total = (performance.now() - startedAt).toFixed(1);
  return {
    ...HEADERS,
    "Request-Id": id,
    Requester: said.requester,
    "Content-Language": "en",
    "Server-Timing": `total;dur=${total}, agillic;dur=${agillicMs.toFixed(1)}`,
    ...(route === "/communications" ? {} : { "Recipient-State": "none" }),
  };
}

function writeLine({ startedAt, id, route, agent, agillicMs }) {
  console.log(JSON.stringify({
    at: new Date().toISOString(),
    type: "request",
    requestId: id,
    method: "GET",
    route,
    status: 200,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    agillicMs: Math.round(agillicMs * 10) / 10,
    subdomain: agent.subdomain,
    installationId: agent.installationId,
    userId: agent.userId,
  }));
}
