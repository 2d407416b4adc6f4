import { acceptedEncodings } from "./accepted_encodings.ts";

/** What a text is sent as; null where it goes as it is. `accepted` is the request's `Accept-Encoding`. */
export type Compress = (
  text: string,
  accepted: string | undefined,
) => Uint8Array<ArrayBuffer> | null;

// Above it a packet is saved.
const LEAST_CHARACTERS = 1_200;
// Brotli, which Deno would choose, costs twice a whole request and saves 90 bytes.
const LEVEL = 4;

/** Compresses with gzip from the second text on: a cold start does not wait for its code. */
export function createCompression(): Compress {
  let gzip: typeof import("node:zlib").gzipSync | undefined;
  let loading: Promise<void> | undefined;

  return (text, accepted) => {
    if (text.length < LEAST_CHARACTERS || !acceptedEncodings(accepted).includes("gzip")) {
      return null;
    }
    if (gzip !== undefined) return new Uint8Array(gzip(text, { level: LEVEL }));
    loading ??= import("node:zlib").then(({ gzipSync }) => void (gzip = gzipSync));
    return null;
  };
}
