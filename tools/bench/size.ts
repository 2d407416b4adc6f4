import type { Report } from "./report.ts";

const DIST = new URL("../../app-shell/dist/", import.meta.url);

/** What a browser loads of the shell's files, in bytes as gzip makes them; htmx comes while the first text is waited for. */
export async function measureSize(report: Report): Promise<void> {
  const built = await Deno.readTextFile(new URL("assets.json", DIST));
  const { script, htmx, style } = JSON.parse(built);
  const sizeOf = async (name: string) => (await Deno.stat(new URL(`${name}.gz`, DIST))).size;
  const first = await sizeOf(script) + await sizeOf(style);
  const all = first + await sizeOf(htmx);
  report.note(`The shell's scripts and stylesheet, gzip: ${all.toLocaleString("en")} bytes`);
  report.expect("Scripts and stylesheet, bytes", all, { atMost: 24_000 });
  report.expect("Of these before the first text, bytes", first, { atMost: 11_000 });
}
