/**
 * A program: answers with what the Agillic simulator answered when it started, from memory, so that
 * the upstream is not what limits the servers that are measured.
 */
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { createBenchSeed, EMAILS, LONG_HISTORY_EMAIL } from "./people.ts";

const now = Date.now();
const simulator = createAgillicSimulator({ seed: createBenchSeed(now) });
const authorization = `Basic ${btoa("agillic-key:agillic-secret")}`;
const period = new URLSearchParams({
  dateStart: new Date(now - 95 * 86_400_000).toISOString(),
  dateEnd: new Date(now).toISOString(),
});

async function record(method: "GET" | "POST", target: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await simulator.fetch(`http://localhost${target}`, {
    method,
    headers: { authorization },
  });
  if (!answer.ok) throw new Error(`Cannot record ${method} ${target}: ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const answers = new Map<string, Uint8Array<ArrayBuffer>>();
for (const email of [...EMAILS, LONG_HISTORY_EMAIL]) {
  const recipient = `/recipients/EMAIL=${encodeURIComponent(email)}`;
  const history = `${recipient}/:listCommunicationHistory`;
  answers.set(`GET ${recipient}`, await record("GET", recipient));
  answers.set(`POST ${history}`, await record("POST", `${history}?${period}`));
}

const headers = { "content-type": "application/json", "cache-control": "no-transform" };

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.args[0]), onListen() {} }, (request) => {
  const body = answers.get(`${request.method} ${new URL(request.url).pathname}`);
  return body === undefined ? new Response(null, { status: 404 }) : new Response(body, { headers });
});
