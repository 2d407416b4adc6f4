import { dirname } from "node:path";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { runPackage } from "./package.ts";
import { readPackageFiles } from "../../app-shell/package/files.ts";
import { APP_FOLDER } from "../../app-shell/package/package_fixture.ts";
import denoJson from "../../deno.json" with { type: "json" };

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
    const name = `agillic-zendesk-agillic.example.com-${denoJson.version}.zip`;
    assertEquals(names(out), [name]);
    assertStringIncludes(printed, `Wrote ${out}/${name} for https://agillic.example.com: `);
    assertStringIncludes(printed, "translations/no.json");
  });
});

Deno.test("deno task package --help says how it is used, and writes nothing", async () => {
  await inFolder(async (out) => {
    const { code, printed, errors } = await run(["--out", out, "--help"]);
    assertEquals([code, errors, names(out)], [0, [], []]);
    assertStringIncludes(printed, "Usage: deno task package --backend https://");
    assertStringIncludes(printed, "Exit codes: 0 ");
  });
});

Deno.test("deno task package for two servers writes two zips", async () => {
  await inFolder(async (out) => {
    for (const backend of ["https://a.example.com", "https://b.example.com:8443"]) {
      assertEquals((await run(["--backend", backend, "--out", out])).code, 0);
    }
    assertEquals(names(out).toSorted(), [
      `agillic-zendesk-a.example.com-${denoJson.version}.zip`,
      `agillic-zendesk-b.example.com-8443-${denoJson.version}.zip`,
    ]);
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
    assertStringIncludes(errors[0] ?? "", "Cannot package the app: the zip could not be written");
  });
});

Deno.test("deno task package lists every file that is missing, and writes nothing", async () => {
  await inFolder(async (folder) => {
    await Deno.copyFile(`${APP_FOLDER}manifest.json`, `${folder}/manifest.json`);
    const out = `${folder}/dist`;
    const { code, errors } = await run(
      ["--backend", "https://a.example.com", "--out", out],
      folder,
    );
    assertEquals(code, 1);
    for (const path of ["assets/logo.png", "manifest.json", "translations/en.json"]) {
      const fault = `  - ${path} is missing: restore it.`;
      assertEquals(errors[0]?.includes(fault), path !== "manifest.json", path);
    }
    assertEquals(names(folder), ["manifest.json"]);
  });
});

Deno.test("deno task package stops at a secret, and does not repeat it", async () => {
  await inFolder(async (folder) => {
    const secret = btoa("agillic-key:of-mine");
    for (const { path } of await readPackageFiles(APP_FOLDER)) {
      await Deno.mkdir(dirname(`${folder}/${path}`), { recursive: true });
      await Deno.copyFile(`${APP_FOLDER}${path}`, `${folder}/${path}`);
    }
    const manifest = await Deno.readTextFile(`${folder}/manifest.json`);
    await Deno.writeTextFile(
      `${folder}/manifest.json`,
      manifest.replace('"default": "EMAIL"', `"default": "${secret}"`),
    );
    const out = `${folder}/dist`;
    const { code, errors } = await run(
      ["--backend", "https://a.example.com", "--out", out],
      folder,
    );
    assertEquals(code, 1);
    assertEquals(errors, [
      "Cannot package the app: manifest.json holds what looks like a base64 value: remove it, and replace it.",
    ]);
    assertEquals(names(folder).includes("dist"), false);
  });
});
