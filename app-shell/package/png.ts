/** Pixels. */
export type ImageSize = { width: number; height: number };

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WIDTH_OFFSET = 16;
const HEIGHT_OFFSET = 20;

/** The size in a PNG's header; null when the bytes are no PNG. */
export function readPngSize(bytes: Uint8Array<ArrayBuffer>): ImageSize | null {
  const isPng = bytes.length > HEIGHT_OFFSET + 4 && SIGNATURE.every((byte, i) => bytes[i] === byte);
  if (!isPng) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(WIDTH_OFFSET), height: view.getUint32(HEIGHT_OFFSET) };
}
