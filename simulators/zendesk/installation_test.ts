import { assert, assertEquals, assertFalse, assertThrows } from "@std/assert";
import { readFile } from "node:fs/promises";
import { installApp, isWhitelisted } from "./installation.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

function manifestAt(url: string, domainWhitelist: string[]): object {
  return { location: { support: { ticket_sidebar: { url, signed: true } } }, domainWhitelist };
}

Deno.test("installing puts the backend in place of the packaged origin, in locations and whitelist", () => {
  const manifest = manifestAt("https://app.example/shell?a=1", ["app.example", "friend.example"]);
  const app = installApp(manifest, "http://localhost:8000");
  assertEquals(app.locations.get("ticket_sidebar"), {
    url: "http://localhost:8000/shell?a=1",
    signed: true,
  });
  assertEquals(app.domainWhitelist, ["localhost:8000", "friend.example"]);
});

Deno.test("a whitelisted host is exact, and its port too where it has one", () => {
  const app = installApp(
    manifestAt("https://app.example/", ["app.example", "a.example"]),
    "http://localhost:8000",
  );
  for (const url of ["http://localhost:8000/x", "https://a.example/x"]) {
    assert(isWhitelisted(app, new URL(url)));
  }
  for (const url of ["http://localhost:8001/", "https://b.a.example/", "https://app.example/"]) {
    assertFalse(isWhitelisted(app, new URL(url)));
  }
});

Deno.test("a location without an address of its own cannot be shown", () => {
  for (const url of ["assets/iframe.html", "{{setting.url}}"]) {
    assertThrows(() => installApp(manifestAt(url, []), "http://localhost:8000"), TypeError, url);
  }
  assertThrows(() => installApp(null, "http://localhost:8000"), TypeError, "manifest");
});

Deno.test("the default settings fill every parameter of the real manifest, and no other", async () => {
  const file = new URL("../../app-shell/package/manifest.json", import.meta.url);
  const app = installApp(JSON.parse(await readFile(file, "utf8")), "http://localhost:8000");
  const names = [...app.parameters.map(({ name }) => name), "title"];
  assertEquals(Object.keys(DEFAULT_SETTINGS).sort(), names.sort());
});
