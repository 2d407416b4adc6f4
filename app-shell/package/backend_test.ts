import { assertEquals, assertThrows } from "@std/assert";
import { PackageError } from "./package_error.ts";
import { parseBackend } from "./backend.ts";

const REFUSED: Record<string, [string | undefined, string]> = {
  "no backend": [undefined, "--backend is missing"],
  "an empty backend": [" ", "--backend is missing"],
  "a bare host": ["agillic.example.com", '"agillic.example.com" is not an address'],
  "http": ["http://agillic.example.com", "is not https"],
  "another scheme": ["ftp://localhost", "is not https"],
  "a path": ["https://agillic.example.com/app", "write https://agillic.example.com, without"],
  "a query": ["https://agillic.example.com/?a=1", "is more than an origin"],
  "an empty query": ["https://agillic.example.com/?", "is more than an origin"],
  "a fragment": ["https://agillic.example.com/#a", "is more than an origin"],
  "credentials": ["https://me:secret@agillic.example.com", "holds credentials"],
  "port 0": ["https://agillic.example.com:0", "is not an address"],
  "a wildcard": ["https://*.example.com", "is not a public domain name"],
  "an encoded wildcard": ["https://%2A.example.com", "is not a public domain name"],
  "a placeholder of Zendesk's": ["https://{{setting.host}}.com", "is not a public domain name"],
  "an underscore": ["https://my_app.example.com", "is not a public domain name"],
  "an empty label": ["https://agillic..example.com", "is not a public domain name"],
  "a dot at the end": ["https://agillic.example.com.", "is not a public domain name"],
  "a hyphen in front": ["https://-agillic.example.com", "is not a public domain name"],
  "a private address": ["https://10.0.0.1", "is not a public domain name"],
  "an address of IPv6": ["https://[2001:db8::1]", "is not a public domain name"],
  "a name of this network": ["https://intranet", "is not a public domain name"],
  "a name that is never public": ["https://agillic.local", "is not a public domain name"],
  "the manifest's placeholder": ["https://backend.invalid", "is a placeholder"],
};

for (const [what, [text, message]] of Object.entries(REFUSED)) {
  Deno.test(`parseBackend refuses ${what} and says what to write`, () => {
    assertThrows(() => parseBackend(text), PackageError, message);
  });
}

Deno.test("parseBackend does not repeat credentials", () => {
  const error = assertThrows(() => parseBackend("https://me:hush@agillic.example.com"), Error);
  assertEquals(error.message.includes("hush"), false);
});

Deno.test("parseBackend takes an https origin, with or without the slash", () => {
  assertEquals(parseBackend("https://agillic.example.com").origin, "https://agillic.example.com");
  assertEquals(parseBackend("https://agillic.example.com:8443/").host, "agillic.example.com:8443");
  assertEquals(parseBackend("https://a1-b.Blå.dk").host, "a1-b.xn--bl-zia.dk");
  assertEquals(parseBackend("https://agillic.xn--p1ai").host, "agillic.xn--p1ai");
});

Deno.test("parseBackend takes http for loopback, by the only name that Zendesk takes", () => {
  assertEquals(parseBackend("http://localhost:8000").origin, "http://localhost:8000");
  assertEquals(parseBackend("http://127.0.0.1:8000").origin, "http://localhost:8000");
  assertEquals(parseBackend("http://[::1]:8000").origin, "http://localhost:8000");
});
