/** Makes a screenshot small enough for a repository: 256 colours, and compressed as well as it goes. */
import { Buffer } from "node:buffer";
import { crc32, deflateSync, inflateSync } from "node:zlib";

type Image = { width: number; height: number; pixels: Uint8Array };

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RGB = 2;
const INDEXED = 3;
const MOST_COLOURS = 256;

/** The same picture in its 256 most frequent colours; every other pixel takes the nearest of them. */
export function shrinkPng(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = readPng(png);
  const counts = new Map<number, number>();
  for (const colour of coloursOf(pixels)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour)
    .slice(0, MOST_COLOURS);
  const indices = new Map([...counts.keys()].map((one) => [one, nearest(one, palette)]));

  const rows = new Uint8Array(height * (width + 1));
  let at = 0;
  for (const colour of coloursOf(pixels)) {
    // A row begins with its filter: none.
    if (at % (width + 1) === 0) at++;
    rows[at++] = indices.get(colour) ?? 0;
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, INDEXED);
  return Buffer.concat([
    new Uint8Array(SIGNATURE),
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk("PLTE", new Uint8Array(palette.flatMap((colour) => channelsOf(colour)))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function* coloursOf(pixels: Uint8Array): Generator<number> {
  for (let at = 0; at < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    yield red << 16 | green << 8 | blue;
  }
}

function channelsOf(colour: number): [number, number, number] {
  return [colour >> 16, colour >> 8 & 0xff, colour & 0xff];
}

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channelsOf(colour);
  const distances = palette.map((other) => {
    const [r, g, b] = channelsOf(other);
    return (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Reads what Chromium writes: RGB of eight bits, not interlaced. */
function readPng(png: Uint8Array): Image {
  const bytes = Buffer.from(png);
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const type = bytes.readUInt8(25);
  if (type !== RGB) throw new Error(`Cannot read the PNG: its colour type is ${type}, want ${RGB}`);
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width * 3) };
}

/** Takes back what each row was filtered with: each byte is a difference to what is beside it. */
function unfilter(rows: Uint8Array, stride: number): Uint8Array {
  const height = rows.length / (stride + 1);
  const pixels = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < 3 ? 0 : pixels[at - 3] ?? 0;
      const above = y === 0 ? 0 : pixels[at - stride] ?? 0;
      const corner = x < 3 || y === 0 ? 0 : pixels[at - stride - 3] ?? 0;
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      pixels[at] = (rows[at + y + 1] ?? 0) + (guesses[filter] ?? 0);
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (a === undefined || b === undefined || c === undefined) return 0;
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
