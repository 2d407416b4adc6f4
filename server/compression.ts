import type { Gzip } from "node:zlib";
import { acceptedEncodings } from "./accepted_encodings.ts";

/** Compresses answers; `accepted` is the request's `Accept-Encoding`, and null says that it goes as it is. */
export type Compression = {
  /** Loads what it takes; the answer under way does not wait for it. */
  prepare(): void;
  whole(text: string, accepted: string | undefined): Uint8Array<ArrayBuffer> | null;
  /** The first piece is on its way before the last one is there, which must come. */
  pieces(first: string, last: Promise<string>, accepted: string | undefined): Compressed | null;
};

type Compressed = ReadableStream<Uint8Array<ArrayBuffer>>;

// Above it a packet is saved.
const LEAST_CHARACTERS = 1_200;
// Brotli, which Deno would choose, costs as much as all else of a request, and saves 90 bytes.
const LEVEL = 4;

// The Buffer that zlib makes of a string takes as long as half of the compression.
const encoder = new TextEncoder();

/** Compresses with gzip, once its code is there: a cold start does not wait for it. */
export function createCompression(): Compression {
  let zlib: typeof import("node:zlib") | undefined;
  let loading: Promise<void> | undefined;

  function prepare(): void {
    loading ??= import("node:zlib").then((loaded) => void (zlib = loaded));
  }

  function find(accepted: string | undefined): typeof zlib {
    if (!acceptedEncodings(accepted).includes("gzip")) return undefined;
    prepare();
    return zlib;
  }

  return {
    prepare,
    whole(text, accepted) {
      if (text.length < LEAST_CHARACTERS) return null;
      const found = find(accepted);
      if (found === undefined) return null;
      return new Uint8Array(found.gzipSync(encoder.encode(text), { level: LEVEL }));
    },
    pieces(first, last, accepted) {
      const gzip = find(accepted)?.createGzip({ level: LEVEL });
      return gzip === undefined ? null : compressPieces(first, last, gzip);
    },
  };
}

function compressPieces(first: string, last: Promise<string>, gzip: Gzip): Compressed {
  return new ReadableStream({
    async start(controller) {
      gzip.on("data", (bytes: Uint8Array) => controller.enqueue(new Uint8Array(bytes)));
      gzip.on("end", () => controller.close());
      gzip.on("error", (error) => controller.error(error));
      gzip.write(encoder.encode(first));
      gzip.flush();
      gzip.end(encoder.encode(await last));
    },
    cancel: () => void gzip.destroy(),
  });
}
