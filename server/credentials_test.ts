import { assert, assertFalse } from "@std/assert";
import { holdsCredential } from "./credentials.ts";

const TOKEN = btoa("agillic-key:agillic-secret");
const SIGNED = "eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjF9.c2lnbmF0dXJl";

Deno.test("a credential is found wherever it stands, and in whichever alphabet", () => {
  const urlSafe = TOKEN.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  for (const token of [TOKEN, urlSafe, btoa("~~~???>>>:~~~???>>>")]) {
    for (const before of ["", "a", "ab", "abc", "Mette ", "x/", "søren.", "a:b,"]) {
      for (const after of ["", "@example.dk", "z", " Holm", "%3D", "/x"]) {
        assert(holdsCredential(before + token + after), before + token + after);
      }
    }
  }
});

Deno.test("a signed token and a placeholder are found", () => {
  for (
    const text of [SIGNED, `x${SIGNED}y`, "{{setting.base64_encoded_token}}", "a {{ jwt.token }} b"]
  ) {
    assert(holdsCredential(text), text);
  }
});

Deno.test("what people, fields, events and addresses are called is no credential", () => {
  for (
    const text of [
      "",
      "Mette Holm",
      "mette+news@a-very-long-company-name.example.com",
      "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
      "FIRSTNAME,LASTNAME,EMAIL_PERMISSION_UPDATE,FAVOURITE_PRODUCT",
      "FIRSTNAME=First name, MSISDN=Mobile: private",
      "https://agillic.example.com/a/very/long/path/with/many/parts?and=a&query=too",
      "2026-02-10T09:12:05.000Z",
      "0198a1f2-77b1-7d3e-9c55-1f2e3d4c5b6a",
      "America/Argentina/ComodRivadavia",
    ]
  ) assertFalse(holdsCredential(text), text);
});

Deno.test("random identifiers are hardly ever taken for one", () => {
  const ids = Array.from({ length: 2_000 }, () => crypto.randomUUID() + crypto.randomUUID());
  assertFalse(ids.some(holdsCredential));
});

Deno.test("what is as long as a request may be is looked at in no time", () => {
  const most = 64 * 1024;
  for (const begun of ["eyJ", "{", "{{", "eyJ.", btoa("aaa"), ":", "::::"]) {
    const startedAt = performance.now();
    assertFalse(holdsCredential(begun.repeat(most / begun.length)), begun);
    assert(performance.now() - startedAt < 500, begun);
  }
});
