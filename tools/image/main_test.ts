import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

async function makeImage(...args: string[]): Promise<{ code: number; error: string }> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileURLToPath(new URL("main.ts", import.meta.url)), ...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
  }).output();
  return { code, error: new TextDecoder().decode(stderr).trim() };
}

Deno.test("deno task image refuses a folder that it cannot use, and its flags, in one line", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/file`;
    await Deno.writeTextFile(file, "");
    assertEquals(await makeImage("--out", folder), {
      code: 1,
      error: `Cannot use ${folder}: it is not empty: name a new folder, or empty it.`,
    });
    const { code, error } = await makeImage("--out", file);
    assertEquals([code, error.split("\n").length, error.slice(0, 23)], [
      1,
      1,
      "Cannot make the image: ",
    ]);
    assertEquals(await makeImage("--uot", folder), {
      code: 1,
      error: "Cannot read the flags: there is no flag --uot. Usage: deno task image --out FOLDER",
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
