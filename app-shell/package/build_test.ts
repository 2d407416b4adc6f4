import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { strFromU8, unzipSync } from "fflate";
import { buildPackage } from "./build.ts";
import { readPackageFiles } from "./files.ts";
import committed from "./manifest.json" with { type: "json" };
import { APP_FOLDER } from "./package_fixture.ts";
import { PackageError } from "./package_error.ts";

const files = await readPackageFiles(APP_FOLDER);
const options = { backend: new URL("https://agillic.example.com"), version: "1.2.3" };

function replaced(path: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return files.map((file) => file.path === path ? { path, bytes } : file);
}

Deno.test("the zip is named by server and version, and holds what Zendesk needs and nothing else", () => {
  const { name, bytes, paths } = buildPackage(files, options);
  assertEquals(name, "agillic-zendesk-agillic.example.com-1.2.3.zip");
  assertEquals(Object.keys(unzipSync(bytes)), files.map(({ path }) => path));
  assertEquals(paths, files.map(({ path }) => path));
});

Deno.test("the same input gives the same bytes, whatever the order of the files", () => {
  const first = buildPackage(files, options).bytes;
  assertEquals(buildPackage(files.toReversed(), options).bytes, first);
});

Deno.test("the zip's times are fixed, in every time zone", async () => {
  const script = `
    import { writeZip } from "${new URL("zip.ts", import.meta.url)}";
    console.log(btoa(String.fromCharCode(...writeZip([{ path: "a", bytes: new Uint8Array(3) }]))));
  `;
  const zips = await Promise.all(["Asia/Tokyo", "America/Los_Angeles"].map(async (TZ) => {
    const run = new Deno.Command(Deno.execPath(), { args: ["eval", script], env: { TZ } });
    const { stdout, success } = await run.output();
    return { success, zip: new TextDecoder().decode(stdout) };
  }));
  assertEquals(zips.map((zip) => zip.success), [true, true]);
  assertEquals(zips[0], zips[1]);
});

Deno.test("the packaged manifest has the version, and the backend wherever Zendesk will look", () => {
  const backend = new URL("https://sidebar.example.dk:8443");
  const { bytes } = buildPackage(files, { ...options, backend });
  const manifest = JSON.parse(strFromU8(unzipSync(bytes)["manifest.json"] ?? new Uint8Array()));
  const place = { url: "https://sidebar.example.dk:8443/shell", flexible: true, signed: true };
  assertEquals(manifest, {
    ...committed,
    version: "1.2.3",
    domainWhitelist: ["sidebar.example.dk"],
    location: {
      support: { ticket_sidebar: place, new_ticket_sidebar: place, user_sidebar: place },
    },
  });
});

Deno.test("files that are no JSON and files with secrets are refused together", () => {
  const broken = replaced("manifest.json", '{"name": }');
  const secret = replaced("translations/da.json", `{"app":"${btoa("agillic-key:of-mine")}"}`);
  const both = secret.map((file) => file.path === "manifest.json" ? broken[2] ?? file : file);
  const error = assertThrows(() => buildPackage(both, options), PackageError);
  assertEquals(error.faults.length, 2);
  assertStringIncludes(error.message, "\n  - manifest.json is not JSON: ");
  assertStringIncludes(error.message, "\n  - translations/da.json holds what looks like a base64");
});
