/** A body longer than allowed; the rest of it was not read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
}

/** The body as text; past `maxBytes` it rejects with `BodyTooLargeError`, and holds no more. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return "";
  const length = response.headers.get("content-length");
  if (length !== null && !response.headers.has("content-encoding")) {
    if (Number(length) <= maxBytes) return await response.text();
    await response.body.cancel();
    throw new BodyTooLargeError(`Reading the body failed: it has ${length} bytes`);
  }
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  // Leaving the loop early, by the throw too, cancels the stream.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new BodyTooLargeError(`Reading the body failed: it has more than ${maxBytes} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
