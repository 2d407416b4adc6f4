import { assertEquals, assertStringIncludes } from "@std/assert";
import { runPackage } from "./package.ts";
import { APP_FOLDER } from "../../app-shell/package/package_fixture.ts";

async function run(args: string[], folder = APP_FOLDER) {
  const printed: string[] = [];
  const errors: string[] = [];
  const code = await runPackage(args, {
    folder,
    print: (line) => printed.push(line),
    printError: (line) => errors.push(line),
  });
  return { code, printed: printed.join("\n"), errors };
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map((entry) => entry.name);
}

Deno.test("deno task package writes the zip into the folder and says where", async () => {
  await inFolder(async (folder) => {
    const out = `${folder}/new/dist`;
    const { code, printed } = await run(["--backend", "https://agillic.example.com", "--out", out]);
    assertEquals(code, 0);
    assertEquals(names(out), ["agillic-zendesk-1.0.0.zip"]);
    assertStringIncludes(printed, `Wrote ${out}/agillic-zendesk-1.0.0.zip`);
    assertStringIncludes(printed, "translations/no.json");
  });
});

const REFUSED: Record<string, [string[], string]> = {
  "no backend": [[], "--backend is missing"],
  "a backend without a value": [["--backend"], "at --backend. Usage: deno task package"],
  "an http backend": [["--backend", "http://agillic.example.com"], "is not https"],
  "a backend with a path": [["--backend=https://agillic.example.com/x"], "more than an origin"],
  "an unknown flag": [
    ["--backends", "https://a.example.com"],
    "there is no flag --backends. Usage",
  ],
  "an argument": [["https://a.example.com"], "there is no place for https://a.example.com. Usage"],
};

for (const [what, [args, message]] of Object.entries(REFUSED)) {
  Deno.test(`deno task package refuses ${what} in one line, and writes nothing`, async () => {
    await inFolder(async (folder) => {
      const { code, errors } = await run([...args, "--out", folder]);
      assertEquals(code, 1);
      assertEquals(errors.length, 1);
      assertStringIncludes(errors[0] ?? "", message);
      assertEquals(errors[0]?.includes("\n"), false);
      assertEquals(names(folder), []);
    });
  });
}

Deno.test("deno task package says that the folder could not be written", async () => {
  await inFolder(async (folder) => {
    const out = `${folder}/file`;
    await Deno.writeTextFile(out, "");
    const { code, errors } = await run(["--backend", "https://a.example.com", "--out", out]);
    assertEquals(code, 1);
    assertStringIncludes(errors[0] ?? "", "Can not package the app: the zip could not be written");
  });
});

Deno.test("deno task package lists every fault of an app, links among them", async () => {
  await inFolder(async (folder) => {
    await Deno.mkdir(`${folder}/assets`);
    await Deno.writeTextFile(`${folder}/assets/.DS_Store`, "ignored");
    await Deno.copyFile(`${APP_FOLDER}manifest.json`, `${folder}/manifest.json`);
    await Deno.symlink(`${APP_FOLDER}assets/logo.png`, `${folder}/assets/logo.png`);
    await Deno.symlink(`${APP_FOLDER}translations`, `${folder}/translations`);
    const { code, errors } = await run(
      ["--backend", "https://a.example.com", "--out", `${folder}/dist`],
      folder,
    );
    assertEquals(code, 1);
    assertStringIncludes(errors[0] ?? "", "  - assets/logo.png: is a symbolic link");
    assertStringIncludes(errors[0] ?? "", "  - translations: is a symbolic link");
    assertEquals(errors[0]?.includes(".DS_Store"), false);
    assertEquals(names(folder).includes("dist"), false);
  });
});
