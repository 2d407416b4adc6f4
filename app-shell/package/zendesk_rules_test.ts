/** Zendesk's rules for apps, and what we are stricter in, each held against the committed files. */
import { assert, assertEquals, assertFalse, assertMatch } from "@std/assert";
import { SHELL_PATH } from "../../contract/paths.ts";
import { SECRET_NAME, SETTING_NAMES, TOKEN_NAME } from "../../contract/settings.ts";
import { PLACEHOLDER_HOST } from "./backend.ts";
import { readPackageFiles } from "./files.ts";
import manifest from "./manifest.json" with { type: "json" };
import { APP_FOLDER, TRANSLATIONS } from "./package_fixture.ts";

const files = await readPackageFiles(APP_FOLDER);
const texts = files.filter(({ path }) => path.endsWith(".json"))
  .map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }));
const { parameters } = manifest;
const places = Object.entries(manifest.location.support);

Deno.test("the app's folders hold what is packaged and no more, no symbolic link among them", async () => {
  const found = ["manifest.json"];
  for (const folder of ["assets", "translations"]) {
    for await (const { name, isFile } of Deno.readDir(APP_FOLDER + folder)) {
      assert(isFile, `${folder}/${name}`);
      // What Finder leaves behind.
      if (name !== ".DS_Store") found.push(`${folder}/${name}`);
    }
  }
  assert((await Deno.lstat(`${APP_FOLDER}manifest.json`)).isFile);
  assertEquals(found.toSorted(), files.map(({ path }) => path));
});

for (const [path, size] of [["assets/logo.png", 320], ["assets/logo-small.png", 128]] as const) {
  Deno.test(`${path} is a PNG of ${size}×${size} pixels`, () => {
    const bytes = Uint8Array.from(files.find((file) => file.path === path)?.bytes ?? []);
    const header = new DataView(bytes.buffer);
    assertEquals(header.getBigUint64(0), 0x89504e470d0a1a0an);
    assertEquals([header.getUint32(16), header.getUint32(20)], [size, size]);
  });
}

for (const { path, text } of texts) {
  Deno.test(`${path} says no key of an object twice`, () => {
    // JSON.parse keeps the last one and is silent.
    assertEquals([...text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)].length, countKeys(JSON.parse(text)));
  });

  Deno.test(`${path} names no http:// address`, () => assertFalse(text.includes("http://")));
}

function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum, member) => sum + countKeys(member), own);
}

Deno.test("the manifest has the members that Zendesk wants, as it wants them", () => {
  const { name, author, frameworkVersion, defaultLocale, termsConditionsURL } = manifest;
  for (const text of [name, author.name, author.email]) assert(text.length > 0);
  for (const url of [author.url, termsConditionsURL]) assert(url.startsWith("https://"));
  assertEquals(frameworkVersion, "2.0");
  assertEquals(manifest.private, true);
  assert(defaultLocale in TRANSLATIONS);
});

Deno.test("the manifest leaves the version to packaging", () => assertFalse("version" in manifest));

Deno.test("the app shows beside tickets, new tickets and users, at an address that is signed", () => {
  const place = { url: `https://${PLACEHOLDER_HOST}${SHELL_PATH}`, flexible: true, signed: true };
  assertEquals(places, [
    ["ticket_sidebar", place],
    ["new_ticket_sidebar", place],
    ["user_sidebar", place],
  ]);
});

Deno.test("secure settings may go to the backend alone, which is named as a bare host", () => {
  assertEquals(manifest.domainWhitelist, [PLACEHOLDER_HOST]);
});

Deno.test("the parameters are the settings that the server reads, and the secret that signs them", () => {
  const names = parameters.map(({ name }) => name);
  assertEquals(names.toSorted(), [...SETTING_NAMES, TOKEN_NAME, SECRET_NAME].toSorted());
  // Zendesk's own form has a field of this name.
  assertFalse(names.includes("name"));
});

Deno.test("the parameters that must be filled in, and those that are filled in from the start", () => {
  const required = parameters.filter((p) => p.required).map(({ name }) => name);
  assertEquals(required, ["base64_encoded_token", "settings_secret", "email_person_data_field"]);
  // No view is ticked: events and creation would stand there as problems until they are configured.
  const defaults = parameters.filter((p) => "default" in p).map((p) => [p.name, p.default]);
  assertEquals(defaults, [["email_person_data_field", "EMAIL"], ["cool_down_seconds", 60]]);
});

Deno.test("the secret parameters are secure, and name where they may be used", () => {
  const secure = parameters.filter((p) => p.secure).map((p) => [p.name, p.scopes]);
  assertEquals(secure, [
    ["base64_encoded_token", ["header"]],
    ["settings_secret", ["jwt_secret_key"]],
  ]);
});

Deno.test("every parameter is one that Zendesk takes", () => {
  for (const parameter of parameters) {
    const { name, type, required, secure } = parameter;
    // Not oauth and mtls, which have rules of their own.
    assert(["text", "checkbox", "url", "number", "multiline", "hidden"].includes(type), name);
    assertFalse(type === "hidden" && required, `${name}: nobody could fill it in`);
    assertFalse((secure || type === "hidden") && "default" in parameter, `${name}: is readable`);
    assertEquals(secure === true, "scopes" in parameter, name);
    const isSecret = type === "text" && /token|key|pwd|password|secret/i.test(name);
    assertFalse(isSecret && !secure, `${name}: agents could read it`);
  }
});

for (const [locale, { app }] of Object.entries(TRANSLATIONS)) {
  Deno.test(`the texts of ${locale} are what Zendesk wants`, () => {
    assertMatch(locale, /^[a-z]{2,3}(-\w{2,3})?$/);
    const { parameters: labels, ...own } = app;
    assert(app.short_description.length <= 80);
    for (const [key, text] of Object.entries(own)) assert(text.trim() !== "", key);
    assertEquals(Object.keys(labels), parameters.map(({ name }) => name));
    for (const [name, { label, helpText }] of Object.entries(labels)) {
      assert(label.trim() !== "" && helpText.trim() !== "", name);
    }
  });
}
