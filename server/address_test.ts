import { assertEquals, assertNotEquals } from "@std/assert";
import { cleanAddress, listSpellings, normalAddress } from "./address.ts";

Deno.test("an address in another Unicode form is the same one", () => {
  assertEquals(normalAddress("zoe\u0308@example.dk"), "zoë@example.dk");
  assertEquals(normalAddress("Zoë@Example.DK"), "zoë@example.dk");
});

Deno.test("a domain in punycode and in letters is the same one", () => {
  for (const domain of ["xn--mller-kva.de", "XN--MLLER-KVA.de", "MÜLLER.de", "mu\u0308ller.de"]) {
    assertEquals(normalAddress(`ida@${domain}`), "ida@müller.de");
  }
});

Deno.test("invisible characters make no other address, wherever they stand", () => {
  const invisible =
    "\u00AD\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202E\u2060\u2066\uFEFF";
  for (const one of [...invisible, invisible]) {
    const code = [...one].map((character) => character.codePointAt(0)?.toString(16)).join();
    for (const text of [`${one}ida@exa.dk`, `i${one}da@exa.dk`, `ida${one}@e${one}xa.dk${one}`]) {
      assertEquals(normalAddress(text), "ida@exa.dk", code);
    }
  }
});

Deno.test("two addresses that can be told apart stay two", () => {
  const pairs = [
    ["i.da@example.dk", "ida@example.dk"],
    ["ida+news@example.dk", "ida@example.dk"],
    ["zoë@example.dk", "zoe@example.dk"],
    // Compatibility forms: a ligature, full width, a superscript.
    ["ﬁnn@example.dk", "finn@example.dk"],
    ["ｉda@example.dk", "ida@example.dk"],
    ["ida²@example.dk", "ida2@example.dk"],
    // Letters of two scripts that look alike.
    ["\u0456da@example.dk", "ida@example.dk"],
    ["ida@straße.de", "ida@strasse.de"],
    // Joiners that are seen: in Persian, and between emoji.
    ["نامه\u200Cای@example.dk", "نامهای@example.dk"],
    ["👩\u200D💻@example.dk", "👩💻@example.dk"],
    ["ida@نامه\u200Cای.com", "ida@نامهای.com"],
    ["ida@example.dk:80", "ida@example.dk"],
    ["ida@example.dk/x", "ida@example.dk"],
    ["ida@1.2", "ida@1.0.0.2"],
    ["ida@exa%6Dple.dk", "ida@example.dk"],
  ];
  for (const [one = "", other = ""] of pairs) {
    assertNotEquals(normalAddress(one), normalAddress(other), one);
  }
});

Deno.test("an identifier is not an address: it stays as it is", () => {
  assertEquals(normalAddress(".EbR\u00ADb"), ".EbR\u00ADb");
  assertEquals(listSpellings(".EbRb"), [".EbRb"]);
});

Deno.test("a clean address keeps its case, its dots and the way its domain is written", () => {
  assertEquals(cleanAddress("I.Da+x@XN--MLLER-KVA.de"), "I.Da+x@XN--MLLER-KVA.de");
  assertEquals(cleanAddress("Zoe\u0308\u200B@example.dk"), "Zoë@example.dk");
});

Deno.test("an address is looked up as given, then only by spellings that differ", () => {
  assertEquals(listSpellings("ida@example.dk"), ["ida@example.dk"]);
  assertEquals(listSpellings("Ida@Example.DK"), ["Ida@Example.DK", "ida@example.dk"]);
  assertEquals(listSpellings("søren+nyhed@example.dk"), ["søren+nyhed@example.dk"]);
  assertEquals(listSpellings("\u200BZoë@müller.de"), [
    "\u200BZoë@müller.de",
    "Zoë@müller.de",
    "zoë@müller.de",
    "zoë@xn--mller-kva.de",
    "zoe\u0308@mu\u0308ller.de",
  ]);
});

Deno.test("every spelling of an address has the same normal form, and is normal itself", () => {
  for (
    const address of ["\uFEFFZoe\u0308@MÜLLER.de", "ida@xn--a", "İda@example.dk", "@", "a@b@c"]
  ) {
    for (const spelling of listSpellings(address)) {
      assertEquals(normalAddress(spelling), normalAddress(address), spelling);
    }
  }
});
