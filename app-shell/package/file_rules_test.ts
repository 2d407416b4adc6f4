import { assertEquals } from "@std/assert";
import {
  appTextsWith,
  assertFault,
  faultsAfter,
  fileWith,
  fileWithout,
} from "./package_fixture.ts";

/** The first bytes of a PNG, which hold its size. */
function pngHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

for (const path of ["assets/logo.svg", "translations/notes.txt", "translations/old/en.json"]) {
  Deno.test(`${path} is not packaged`, async () => {
    await assertFault(
      fileWith(path, ""),
      `${path}: Zendesk does not need it: move it out of the app's folder.`,
    );
  });
}

Deno.test("a symbolic link is refused", async () => {
  await assertFault(
    (files) => [
      ...fileWithout("assets/logo.png")(files),
      { path: "assets/logo.png", bytes: new Uint8Array(), isSymlink: true },
    ],
    "assets/logo.png: is a symbolic link, which Zendesk refuses: put the file itself there.",
  );
});

Deno.test("an archive is refused by its name, and by its content under another name", async () => {
  const message = "is an archive or office file, which Zendesk refuses: remove it.";
  await assertFault(fileWith("assets/guide.docx", ""), `assets/guide.docx: ${message}`);
  await assertFault(fileWith("assets/logo.png", "PK\x03\x04"), `assets/logo.png: ${message}`);
});

for (
  const [path, size] of Object.entries({ "assets/logo.png": 320, "assets/logo-small.png": 128 })
) {
  Deno.test(`a missing ${path} is refused`, async () => {
    await assertFault(
      fileWithout(path),
      `${path}: is missing: draw it with tools/logos/draw.ts.`,
    );
  });

  Deno.test(`a ${path} of another size is refused`, async () => {
    await assertFault(
      fileWith(path, pngHeader(size, size - 1)),
      `${path}: is ${size}×${size - 1} pixels: Zendesk wants ${size}×${size}.`,
    );
  });

  Deno.test(`a ${path} that is no PNG is refused`, async () => {
    await assertFault(
      fileWith(path, "<svg/>"),
      `${path}: is no PNG: draw it with tools/logos/draw.ts.`,
    );
  });
}

for (const path of ["assets/app.js", "assets/iframe.html"]) {
  Deno.test(`an http address in ${path} is refused`, async () => {
    await assertFault(
      fileWith(path, 'const api = "http://api.example.com/v1";'),
      `${path}: names http://api.example.com/v1: use https://.`,
    );
  });
}

const SECRETS: Record<string, string> = {
  "a private key": "-----BEGIN RSA PRIVATE KEY-----",
  "a JWT": `eyJ${"abcdefghij"}.${"klmnop"}.x`,
  "a Basic credential": `Basic ${btoa("key:secret-of-mine")}`,
  "a base64 value": btoa("agillic-key:agillic-secret"),
  "a hexadecimal key": "0123456789abcdef".repeat(2),
  "a random value": "Zq3vT8mWc1RkYb6uHs9dLp2xNf5gJa7e",
};

for (const [sort, secret] of Object.entries(SECRETS)) {
  Deno.test(`${sort} in a text is refused, and not repeated`, async () => {
    const change = appTextsWith("en", { long_description: `Use ${secret} here.` });
    await assertFault(
      change,
      `translations/en.json: holds what looks like ${sort}: remove it, and replace it.`,
    );
    assertEquals((await faultsAfter(change)).some((fault) => fault.includes(secret)), false);
  });
}
