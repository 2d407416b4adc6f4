import type { Report } from "./report.ts";

const DIST = new URL("../../app-shell/dist/", import.meta.url);

/** What a browser loads of the shell's files, in bytes as gzip makes them: all of it before the first text. */
export async function measureSize(report: Report): Promise<void> {
  const { script, style } = JSON.parse(await Deno.readTextFile(new URL("assets.json", DIST)));
  const sizeOf = async (name: string) => (await Deno.stat(new URL(`${name}.gz`, DIST))).size;
  const all = await sizeOf(script) + await sizeOf(style);
  report.note(`The shell's script and stylesheet, gzip: ${all.toLocaleString("en")} bytes`);
  report.expect("Script and stylesheet, bytes", all, { atMost: 24_000 });
  report.expect("Of these before the first text, bytes", all, { atMost: 11_000 });
}
