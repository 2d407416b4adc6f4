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
});

Deno.test("parseBackend takes http for loopback, by the only name that Zendesk takes", () => {
  assertEquals(parseBackend("http://localhost:8000").origin, "http://localhost:8000");
  assertEquals(parseBackend("http://127.0.0.1:8000").origin, "http://localhost:8000");
  assertEquals(parseBackend("http://[::1]:8000").origin, "http://localhost:8000");
});
