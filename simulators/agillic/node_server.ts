import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { ConnectionBroken } from "./connection.ts";

/** A server that listens on the loopback address. */
export type RunningServer = { port: number; close(): Promise<void> };

/**
 * Serves a fetch-like function on the loopback address; port 0 takes a free one. Node's server and
 * not `Deno.serve`, because only Node's can close a connection instead of answering.
 */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => answer(fetch, incoming, outgoing));
  // A connection that Node closes for idleness looks to the client like a fault it did not order.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" ? address?.port ?? port : port,
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(
  fetch: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    const { body, headers, status } = await fetch(await createRequest(incoming, gone.signal));
    outgoing.writeHead(status, Object.fromEntries(headers));
    for await (const chunk of body ?? []) {
      // Waits until it is sent: a body that breaks must have begun.
      await new Promise((sent) => outgoing.write(chunk, sent));
    }
    outgoing.end();
  } catch (error) {
    if (!(error instanceof ConnectionBroken) && !gone.signal.aborted) console.error(error);
    outgoing.socket?.destroy();
  }
}

async function createRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET", url = "/", headers: sent } = incoming;
  const headers = Object.entries(sent).map(([name, value]): [string, string] => [name, `${value}`]);
  const target = `http://${sent.host ?? "localhost"}${url}`;
  if (method === "GET" || method === "HEAD") {
    return new Request(target, { method, headers, signal });
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of incoming) chunks.push(new Uint8Array(chunk));
  return new Request(target, { method, headers, body: new Blob(chunks), signal });
}
