import type { Report } from "./report.ts";

const DIST = new URL("../../app-shell/dist/", import.meta.url);

/** What a browser loads of the shell's files, in bytes as gzip makes them. */
export async function measureSize(report: Report): Promise<void> {
  const { script, htmx, style } = JSON.parse(
    await Deno.readTextFile(new URL("assets.json", DIST)),
  );
  const sizeOf = async (name: string) => (await Deno.stat(new URL(`${name}.gz`, DIST))).size;
  const first = await sizeOf(script) + await sizeOf(style);
  const all = first + await sizeOf(htmx);
  report.table("The shell's files, gzip", ["", "bytes"], [
    ["script and stylesheet, before the first text", first.toLocaleString("en")],
    ["htmx, behind it", (all - first).toLocaleString("en")],
  ]);
  report.expect("Script and stylesheet, bytes", all, { atMost: 24_000 });
  report.expect("Of these before the first text, bytes", first, { atMost: 11_000 });
}
