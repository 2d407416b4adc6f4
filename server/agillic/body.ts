/** A body longer than allowed; the rest of it was not read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
}

/** A body that is not text in the charset that it names, or in UTF-8 where it names none. */
export class BodyNotTextError extends Error {
  override readonly name = "BodyNotTextError";
}

/**
 * The body as text, in the charset that its head names. Past `maxBytes` it rejects with `BodyTooLargeError`, and holds
 * no more; bytes that this charset does not have are a `BodyNotTextError`.
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return "";
  const bytes = await readBytes(response, response.body, maxBytes);
  return decode(bytes, CHARSET.exec(response.headers.get("content-type") ?? "")?.[1] ?? "utf-8");
}

const CHARSET = /;\s*charset\s*=\s*["']?([^\s;"']+)/i;

async function readBytes(
  response: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<BufferSource> {
  const length = response.headers.get("content-length");
  if (length !== null && !response.headers.has("content-encoding")) {
    if (Number(length) <= maxBytes) return await response.arrayBuffer();
    await body.cancel();
    throw new BodyTooLargeError(`Reading the body failed: it has ${length} bytes`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early, by the throw too, cancels the stream.
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new BodyTooLargeError(`Reading the body failed: it has more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return concat(chunks, bytes);
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function decode(bytes: BufferSource, charset: string): string {
  try {
    const text = new TextDecoder(charset).decode(bytes);
    // It stands for bytes that could not be read, unless Agillic itself sent it: only slow decoding tells.
    if (text.includes("\ufffd")) new TextDecoder(charset, { fatal: true }).decode(bytes);
    return text;
  } catch {
    throw new BodyNotTextError("Reading the body failed: it is not text in its charset");
  }
}
