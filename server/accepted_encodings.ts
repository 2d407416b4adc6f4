/** The encodings that a browser reads, by its header; `q=0` refuses one. */
export function acceptedEncodings(header: string | undefined): string[] {
  return (header ?? "").split(",").map((part) => part.toLowerCase().replaceAll(" ", ""))
    .filter((part) => !/;q=0(?:\.0*)?$/.test(part)).map((part) => part.replace(/;.*/, ""));
}
