import { assert, assertEquals, assertMatch, assertNotEquals, assertRejects } from "@std/assert";
import { base64url, CompactEncrypt, decodeProtectedHeader } from "jose";
import { createSealing, type SealedKind, type Sealing } from "./sealing.ts";

const NOW = Date.UTC(2026, 1, 10, 9);
const KINDS: SealedKind[] = ["agent-pass", "session", "action", "recipient", "agent-name"];

function keyOf(byte: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(byte);
}

function sealingWith(...bytes: number[]): Sealing & { clock: { now: number } } {
  const clock = { now: NOW };
  return { ...createSealing({ keys: bytes.map(keyOf), now: () => clock.now }), clock };
}

async function reasonOf(sealing: Sealing, kind: SealedKind, token: string): Promise<string> {
  const opened = await sealing.open(kind, token);
  return opened.ok ? "" : opened.reason;
}

Deno.test("what is sealed opens as what it was, with its expiry", async () => {
  const sealing = sealingWith(1);
  const token = await sealing.seal("session", { name: "Søren", list: [1] }, 60);
  const opened = await sealing.open("session", token);
  assert(opened.ok);
  assertEquals(opened.value, {
    name: "Søren",
    list: [1],
    aud: "session",
    exp: NOW / 1000 + 60,
  });
});

Deno.test("a sealed token shows nothing of what is in it, and is never the same twice", async () => {
  const sealing = sealingWith(1);
  const payload = { email: "mette@example.dk" };
  const token = await sealing.seal("recipient", payload, 60);
  assertMatch(token, /^[A-Za-z0-9_.-]+$/);
  const readable = token.split(".").map((part) => new TextDecoder().decode(base64url.decode(part)));
  assert(!readable.join().includes("mette"));
  assertNotEquals(await sealing.seal("recipient", payload, 60), token);
});

Deno.test("no kind of token opens as another", async () => {
  const sealing = sealingWith(1);
  for (const sealed of KINDS) {
    const token = await sealing.seal(sealed, { value: 1 }, 60);
    for (const kind of KINDS) {
      assertEquals((await sealing.open(kind, token)).ok, kind === sealed, `${sealed} as ${kind}`);
    }
  }
});

Deno.test("a token that was altered anywhere does not open", async () => {
  const sealing = sealingWith(1);
  const parts = (await sealing.seal("session", { value: 1 }, 60)).split(".");
  for (const index of [2, 3, 4]) {
    const part = parts[index] ?? "";
    const other = part.startsWith("A") ? "B" : "A";
    const token = parts.with(index, other + part.slice(1)).join(".");
    assertEquals(await reasonOf(sealing, "session", token), "sealed_altered", `part ${index}`);
  }
});

Deno.test("what is no sealed token is malformed", async () => {
  const sealing = sealingWith(1);
  const token = await sealing.seal("session", {}, 60);
  const wrong = [
    "",
    "a",
    "a.b.c.d.e",
    "....",
    token.slice(0, token.lastIndexOf(".")),
    `${token}.x`,
  ];
  for (const text of wrong) {
    assertEquals(await reasonOf(sealing, "session", text), "sealed_malformed", text);
  }
});

Deno.test("a sealed token opens until it expires, to the second", async () => {
  const sealing = sealingWith(1);
  const token = await sealing.seal("action", {}, 60);
  sealing.clock.now = NOW + 59_999;
  assertEquals(await reasonOf(sealing, "action", token), "");
  sealing.clock.now = NOW + 60_000;
  assertEquals(await reasonOf(sealing, "action", token), "sealed_expired");
});

Deno.test("a token opens with the key it was sealed with until that key is taken away", async () => {
  const token = await sealingWith(1).seal("session", { value: 1 }, 60);
  assertEquals(await reasonOf(sealingWith(2, 1), "session", token), "");
  assertEquals(await reasonOf(sealingWith(2), "session", token), "sealed_unknown_key");
});

Deno.test("the first key seals", async () => {
  const token = await sealingWith(2, 1).seal("session", {}, 60);
  assertEquals(await reasonOf(sealingWith(2), "session", token), "");
  assertEquals(await reasonOf(sealingWith(1), "session", token), "sealed_unknown_key");
});

Deno.test("a token that names a key of ours but was made with another does not open", async () => {
  const sealing = sealingWith(1);
  const header = decodeProtectedHeader(await sealing.seal("session", {}, 60));
  const claims = { aud: "session", exp: NOW / 1000 + 60 };
  const token = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ ...header, alg: "dir", enc: "A256GCM" })
    .encrypt(keyOf(1));
  assertEquals(await reasonOf(sealing, "session", token), "sealed_altered");
});

Deno.test("nothing seals without a key", async () => {
  await assertRejects(() => sealingWith().seal("session", {}, 60), Error, "Cannot seal");
});

Deno.test("a digest depends on every part, on where it ends, and on the key", async () => {
  const sealing = sealingWith(1);
  const digest = await sealing.digest("recipient", "EMAIL", "a@b.dk");
  assertMatch(digest, /^[A-Za-z0-9_-]{43}$/);
  assertEquals(await sealing.digest("recipient", "EMAIL", "a@b.dk"), digest);
  const others = [
    await sealing.digest("recipient", "EMAIL", "a@b.no"),
    await sealing.digest("recipientE", "MAIL", "a@b.dk"),
    await sealing.digest("recipient", "EMAILa@b.dk"),
    await sealingWith(2).digest("recipient", "EMAIL", "a@b.dk"),
  ];
  assertEquals(new Set([digest, ...others]).size, 5);
});

Deno.test("digests are made with every key, the sealing one first", async () => {
  const both = await sealingWith(2, 1).digests("recipient", "a@b.dk");
  assertEquals(both, [
    await sealingWith(2).digest("recipient", "a@b.dk"),
    await sealingWith(1).digest("recipient", "a@b.dk"),
  ]);
});
