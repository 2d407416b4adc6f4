import { assertEquals } from "@std/assert";
import { strFromU8, unzipSync } from "fflate";
import { buildPackage } from "./build.ts";
import { readPackageFiles } from "./files.ts";
import { isJsonObject, objectAt } from "./json.ts";
import { APP_FOLDER, BACKEND } from "./package_fixture.ts";

const files = await readPackageFiles(APP_FOLDER);

Deno.test("the zip holds what Zendesk needs and nothing else", () => {
  const members = Object.keys(unzipSync(buildPackage(files, BACKEND).bytes));
  assertEquals(members, [
    "assets/logo-small.png",
    "assets/logo.png",
    "manifest.json",
    "translations/da.json",
    "translations/de.json",
    "translations/en.json",
    "translations/no.json",
    "translations/sv.json",
  ]);
});

Deno.test("the same input gives the same bytes, whatever the order of the files", () => {
  const first = buildPackage(files, BACKEND).bytes;
  assertEquals(buildPackage([...files].reverse(), BACKEND).bytes, first);
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

Deno.test("the packaged manifest names the backend wherever Zendesk will look", () => {
  const { bytes } = buildPackage(files, new URL("https://sidebar.example.dk"));
  const text = strFromU8(unzipSync(bytes)["manifest.json"] ?? new Uint8Array());
  const manifest: unknown = JSON.parse(text);
  assertEquals(objectAt(manifest).domainWhitelist, ["sidebar.example.dk"]);
  const place = { url: "https://sidebar.example.dk/shell", flexible: true, signed: true };
  assertEquals(objectAt(manifest, "location", "support"), {
    ticket_sidebar: place,
    new_ticket_sidebar: place,
    user_sidebar: place,
  });
  assertEquals(text.includes("backend.invalid"), false);
});

Deno.test("the manifest's parameters are the settings that the server reads", () => {
  const { parameters } = objectAt(readManifest());
  const list = Array.isArray(parameters) ? parameters.filter(isJsonObject) : [];
  assertEquals(list.filter((p) => p.required === true).map((p) => p.name), [
    "base64_encoded_token",
    "settings_secret",
    "email_person_data_field",
  ]);
  assertEquals(list.filter((p) => p.secure === true).map((p) => [p.name, p.scopes]), [
    ["base64_encoded_token", ["jwt_claim"]],
    ["settings_secret", ["jwt_secret_key"]],
  ]);
  assertEquals(list.filter((p) => "default" in p).map((p) => [p.name, p.default]), [
    ["email_person_data_field", "EMAIL"],
    ["cool_down_seconds", 60],
  ]);
});

function readManifest(): unknown {
  const file = files.find(({ path }) => path === "manifest.json");
  return JSON.parse(new TextDecoder().decode(file?.bytes));
}
