import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** An answer over HTTP/1.1; `head` is its status line and headers as they came. */
export type Answer = { status: number; head: string; body: Uint8Array };

const CR = 13;
const LF = 10;
const decoder = new TextDecoder();

/**
 * A kept-alive connection to a server of this machine, one request at a time. It costs a fraction
 * of what `fetch` does, so that the servers and not the load are what is measured.
 */
export class Connection {
  readonly #tcp: Deno.TcpConn;
  #buffer = new Uint8Array(64 * 1024);
  #filled = 0;

  private constructor(tcp: Deno.TcpConn) {
    this.#tcp = tcp;
  }

  /** Connects to a port of the loopback address, and to no other. */
  static async open(port: number): Promise<Connection> {
    const tcp = await Deno.connect({ hostname: "127.0.0.1", port });
    tcp.setNoDelay(true);
    return new Connection(tcp);
  }

  /** Sends the bytes of one request and waits for the whole answer. */
  async send(request: Uint8Array): Promise<Answer> {
    for (let sent = 0; sent < request.length;) {
      sent += await this.#tcp.write(request.subarray(sent));
    }
    this.#filled = 0;
    const headLength = await this.#readHead();
    const head = decoder.decode(this.#buffer.subarray(0, headLength));
    const status = Number(head.slice(9, 12));
    const length = headerOf(head, "content-length");
    if (length !== null) {
      const end = headLength + Number(length);
      await this.#fillTo(end);
      return { status, head, body: this.#buffer.slice(headLength, end) };
    }
    if (headerOf(head, "transfer-encoding") !== "chunked") {
      throw new Error(`Cannot read the answer: it has status ${status} and no length`);
    }
    return { status, head, body: await this.#readChunks(headLength) };
  }

  close(): void {
    this.#tcp.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #readHead(): Promise<number> {
    for (let searched = 0;;) {
      const length = headLength(this.#buffer.subarray(0, this.#filled), searched);
      if (length !== null) return length;
      searched = Math.max(0, this.#filled - 3);
      await this.#read();
    }
  }

  /** Each chunk is its length in hex, a line end, its bytes, a line end; the last one is empty. */
  async #readChunks(from: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for (let at = from;;) {
      const lineEnd = await this.#findLineFeed(at);
      const length = parseInt(decoder.decode(this.#buffer.subarray(at, lineEnd)), 16);
      const start = lineEnd + 1;
      await this.#fillTo(start + length + 2);
      if (length === 0) break;
      chunks.push(this.#buffer.slice(start, start + length));
      at = start + length + 2;
    }
    return new Uint8Array(await new Blob(chunks.map((chunk) => chunk.slice())).arrayBuffer());
  }

  async #findLineFeed(from: number): Promise<number> {
    for (let searched = from;;) {
      const at = this.#buffer.subarray(0, this.#filled).indexOf(LF, searched);
      if (at >= 0) return at;
      searched = this.#filled;
      await this.#read();
    }
  }

  async #fillTo(end: number): Promise<void> {
    while (this.#filled < end) await this.#read();
  }

  async #read(): Promise<void> {
    if (this.#filled === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    const count = await this.#tcp.read(this.#buffer.subarray(this.#filled));
    if (count === null) throw new Error("Cannot read the answer: the connection was closed");
    this.#filled += count;
  }
}

/** The bytes of a request that Connection sends. */
export function encodeRequest(
  method: "GET" | "POST",
  target: string,
  headers: Readonly<Record<string, string>>,
): Uint8Array {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new TextEncoder().encode(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`);
}

/** The text of an answer, compressed or not. */
export function textOf(answer: Answer): string {
  return decoder.decode(bytesOf(answer));
}

/** The bytes of that text. */
export function bytesOf({ head, body }: Answer): Uint8Array {
  switch (headerOf(head, "content-encoding")) {
    case null:
      return body;
    case "gzip":
      return gunzipSync(body);
    case "br":
      return brotliDecompressSync(body);
    default:
      throw new Error("Cannot read the answer: its compression is neither gzip nor Brotli");
  }
}

/** A header's value, by its name in lower case; null when there is none. */
export function headerOf(head: string, name: string): string | null {
  return new RegExp(`^${name}: *(.*)\r$`, "im").exec(head)?.[1] ?? null;
}

function headLength(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(CR, from); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) return at + 4;
  }
  return null;
}
