import { assert, assertEquals } from "@std/assert";
import { createAppKeys } from "../../simulators/zendesk/keys.ts";
import { createFetchedKey, createFixedKey } from "./public_key.ts";

const { publicKeyPem } = createAppKeys();
const MINUTE_MS = 60_000;

/** Zendesk answering one account's key after the other; the last answer stays. */
function scripted(...answers: (string | number | "broken")[]) {
  const clock = { elapsed: 0 };
  const urls: string[] = [];
  const inits: RequestInit[] = [];
  const source = createFetchedKey({
    urlOf: (subdomain) => `https://${subdomain}.zendesk.com/key.pem`,
    elapsed: () => clock.elapsed,
    fetch: (url, init) => {
      const answer = answers[Math.min(urls.length, answers.length - 1)] ?? "broken";
      urls.push(url);
      inits.push(init);
      if (answer === "broken") return Promise.reject(new TypeError("fetch failed"));
      return Promise.resolve(
        typeof answer === "number" ? new Response("no", { status: answer }) : new Response(answer),
      );
    },
  });
  return { ...source, clock, urls, inits };
}

Deno.test("a key is fetched once an account and kept", async () => {
  const source = scripted(publicKeyPem);
  const key = await source.find("acme", { fresh: false });
  source.clock.elapsed += 24 * 60 * MINUTE_MS;
  assertEquals(await source.find("acme", { fresh: false }), key);
  assert(key instanceof CryptoKey);
  await source.find("other", { fresh: false });
  assertEquals(source.urls, [
    "https://acme.zendesk.com/key.pem",
    "https://other.zendesk.com/key.pem",
  ]);
});

Deno.test("a key is fetched without following redirects, and not forever", async () => {
  const source = scripted(publicKeyPem);
  await source.find("acme", { fresh: false });
  assertEquals(source.inits[0]?.redirect, "error");
  assert(source.inits[0]?.signal instanceof AbortSignal);
});

Deno.test("two who need a key at the same moment share one fetch", async () => {
  const source = scripted(publicKeyPem);
  const [one, two] = await Promise.all([
    source.find("acme", { fresh: false }),
    source.find("acme", { fresh: false }),
  ]);
  assertEquals(one, two);
  assertEquals(source.urls.length, 1);
});

Deno.test("a fresh key is fetched at most once a minute", async () => {
  const source = scripted(publicKeyPem, createAppKeys().publicKeyPem);
  const first = await source.find("acme", { fresh: false });
  source.clock.elapsed += MINUTE_MS - 1;
  assertEquals(await source.find("acme", { fresh: true }), first);
  assertEquals(source.urls.length, 1);
  source.clock.elapsed += 1;
  // Not deeply: in Deno 2.5 all keys are equal.
  assert(await source.find("acme", { fresh: true }) !== first);
  await source.find("acme", { fresh: true });
  assertEquals(source.urls.length, 2);
});

for (const failure of [500, 404, "broken", "<html>", ""] as const) {
  Deno.test(`a fetch that ends with ${failure || "nothing"} does not take away a key that worked`, async () => {
    const source = scripted(publicKeyPem, failure);
    const key = await source.find("acme", { fresh: false });
    source.clock.elapsed += MINUTE_MS;
    assertEquals(await source.find("acme", { fresh: true }), key);
    assertEquals(source.urls.length, 2);
  });

  Deno.test(`a first fetch that ends with ${failure || "nothing"} is tried again after a second`, async () => {
    const source = scripted(failure, publicKeyPem);
    assertEquals(await source.find("acme", { fresh: false }), null);
    assertEquals(await source.find("acme", { fresh: true }), null);
    source.clock.elapsed += 999;
    assertEquals(await source.find("acme", { fresh: false }), null);
    assertEquals(source.urls.length, 1);
    source.clock.elapsed += 1;
    assert(await source.find("acme", { fresh: false }) instanceof CryptoKey);
  });
}

Deno.test("fetches that go on failing are made ever later, a minute apart at most", async () => {
  const source = scripted("broken");
  const times: number[] = [];
  for (; source.clock.elapsed < 4 * MINUTE_MS; source.clock.elapsed += 500) {
    const before = source.urls.length;
    await source.find("acme", { fresh: true });
    if (source.urls.length > before) times.push(source.clock.elapsed / 1000);
  }
  assertEquals(times, [0, 1, 3, 7, 15, 31, 63, 123, 183]);
});

Deno.test("a key is fetched again a second after a refetch failed, and then kept for a minute", async () => {
  const rotated = createAppKeys().publicKeyPem;
  const source = scripted(publicKeyPem, 500, rotated);
  const first = await source.find("acme", { fresh: false });
  source.clock.elapsed += MINUTE_MS;
  assertEquals(await source.find("acme", { fresh: true }), first);
  source.clock.elapsed += 1_000;
  const second = await source.find("acme", { fresh: true });
  assert(second !== first);
  source.clock.elapsed += MINUTE_MS - 1;
  assertEquals(await source.find("acme", { fresh: true }), second);
  assertEquals(source.urls.length, 3);
});

Deno.test("a key that works is not waited for while another is fetched", async () => {
  const refetch = Promise.withResolvers<Response>();
  let asked = 0;
  const clock = { elapsed: 0 };
  const source = createFetchedKey({
    urlOf: () => "https://acme.zendesk.com/key.pem",
    elapsed: () => clock.elapsed,
    fetch: () => asked++ === 0 ? Promise.resolve(new Response(publicKeyPem)) : refetch.promise,
  });
  const first = await source.find("acme", { fresh: false });
  clock.elapsed += 2 * MINUTE_MS;
  const fresh = [source.find("acme", { fresh: true }), source.find("acme", { fresh: true })];
  clock.elapsed += 2 * MINUTE_MS;
  assertEquals(await source.find("acme", { fresh: false }), first);
  assertEquals(asked, 2);
  refetch.resolve(new Response(null, { status: 500 }));
  assertEquals(await Promise.all(fresh), [first, first]);
});

Deno.test("a key given by the configuration is every account's", async () => {
  const source = createFixedKey(publicKeyPem);
  const key = await source.find("acme", { fresh: false });
  assert(key instanceof CryptoKey);
  assertEquals(await source.find("other", { fresh: true }), key);
});

Deno.test("a configured key that is none cannot be used", async () => {
  const pem = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----";
  assertEquals(await createFixedKey(pem).find("acme", { fresh: false }), null);
});
