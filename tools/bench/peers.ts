import { fileURLToPath } from "node:url";
import { HISTORY_MARK } from "../../contract/page.ts";
import { type Answer, Connection, textOf } from "./connection.ts";
import { ask } from "./load.ts";
import type { OurServer } from "./our_server.ts";
import { installPeers } from "./peer_packages.ts";
import { EMAILS } from "./people.ts";
import { findFreePort, type Program, startCommand } from "./processes.ts";
import type { Report } from "./report.ts";
import { takeApart, type Template } from "./template.ts";

/** A server that one could have in place of ours. */
export type Peer = { title: string; program: Program };

/** Which server is recorded, whom the peers ask, and a folder for them that is removed later. */
export type PeerOptions = { server: OurServer; upstreamPort: number; folder: string };

/** The title of the peer that is the floor. */
export const FLOOR = "strings, Deno";

const PATHS = ["/recipient", "/communications", "/sidebar"] as const;

const FLOOR_FILE = fileURLToPath(new URL("peers/strings.js", import.meta.url));
const DENO = [Deno.execPath(), "run", "--allow-net", "--allow-env", "--allow-read"];

const ON_NODE = [
  { title: "Express + EJS, fetch", file: "express.js", asking: "fetch" },
  { title: "Express + EJS, undici", file: "express.js", asking: "undici" },
  { title: "Fastify + Eta, fetch", file: "fastify.js", asking: "fetch" },
  { title: "Fastify + Eta, undici", file: "fastify.js", asking: "undici" },
  { title: "Hono on Node, undici", file: "hono.js", asking: "undici" },
];

/** Starts the peers, which render what our server answered; those on Node only where there is npm. */
export async function startPeers(
  report: Report,
  { server, upstreamPort, folder }: PeerOptions,
  cleanUp: AsyncDisposableStack,
): Promise<Peer[]> {
  const templates = `${folder}/templates.json`;
  await Deno.writeTextFile(templates, JSON.stringify(await recordTemplates(server)));
  const env = { SESSION_KEYS: server.sessionKey, NODE_ENV: "production" };
  const upstream = `http://127.0.0.1:${upstreamPort}`;

  async function start(title: string, command: readonly string[], asking: string): Promise<Peer> {
    const port = findFreePort();
    const whole = [...command, String(port), upstream, templates, asking];
    const program = cleanUp.use(await startCommand(whole, { port, env }));
    await expectAlike(title, server, program);
    return { title, program };
  }

  const peers = [await start(FLOOR, [...DENO, FLOOR_FILE], "fetch")];
  const { node, missing } = await installPeers(folder);
  if (node === null) {
    report.note(`Express, Fastify and Hono on Node are left out, with their bounds: ${missing}`);
    return peers;
  }
  for (const { title, file, asking } of ON_NODE) {
    peers.push(await start(title, [node, `${folder}/${file}`], asking));
  }
  return peers;
}

async function recordTemplates(
  { port, requests }: OurServer,
): Promise<{ person: string | undefined; templates: Record<string, Template> }> {
  const templates: Record<string, Template> = {};
  for (const path of PATHS) {
    const html = textOf(await ask({ port, requests: requests(path) }));
    // The history that may follow is rendered by its own template.
    templates[path.slice(1)] = takeApart(html.split(HISTORY_MARK)[0] ?? "");
  }
  return { person: EMAILS[0], templates };
}

/** A peer that answers less, or with other headers, would be no peer: then there is nothing to compare. */
async function expectAlike(
  title: string,
  server: OurServer,
  { port }: Program,
): Promise<void> {
  const email = EMAILS[1] ?? "";
  for (const path of PATHS) {
    // About another person than the one who was recorded.
    const requests = server.requests(path).slice(1);
    if (!await refusesAltered(port, requests)) {
      throw new Error(`Cannot compare: ${title} lets an altered session in at ${path}`);
    }
    const [ours, theirs] = [
      await ask({ port: server.port, requests }),
      await ask({ port, requests }),
    ];
    const [ourHtml, theirHtml] = [textOf(ours), textOf(theirs)];
    if (headerNames(theirs) !== headerNames(ours)) {
      const names = `${headerNames(theirs)}, our server ${headerNames(ours)}`;
      throw new Error(`Cannot compare: ${title} answers ${path} with the headers ${names}`);
    }
    const isSimilar = Math.abs(theirHtml.length / ourHtml.length - 1) <= 0.03 &&
      theirHtml.includes(email) === ourHtml.includes(email);
    if (isSimilar) continue;
    const lengths = `${theirHtml.length} characters, our server with ${ourHtml.length}`;
    throw new Error(`Cannot compare: ${title} answers ${path} with ${lengths}`);
  }
}

async function refusesAltered(port: number, [request]: readonly Uint8Array[]): Promise<boolean> {
  const altered = new TextDecoder().decode(request).replace(/(Bearer \S+)\S/, "$1");
  using connection = await Connection.open(port);
  return (await connection.send(new TextEncoder().encode(altered))).status === 401;
}

// What each runtime says by itself.
const OF_THE_RUNTIME = /^(?:connection|content-length|date|keep-alive|transfer-encoding|vary)$/;

function headerNames({ head }: Answer): string {
  const names = head.split("\r\n").slice(1, -2).map((line) =>
    line.replace(/:.*/, "").toLowerCase()
  );
  return names.filter((name) => !OF_THE_RUNTIME.test(name)).sort().join();
}
