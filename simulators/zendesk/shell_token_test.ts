import { assertEquals, assertRejects } from "@std/assert";
import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from "jose";
import { createZendeskSimulator } from "./app.ts";
import { NOW, testOptions } from "./options_fixture.ts";

const ISSUED_AT = NOW / 1000;

Deno.test("a shell token names agent, installation and location and verifies with the public key", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const token = await simulator.signShellToken({ agentId: 9002, location: "user_sidebar" });
  const key = await importSPKI(simulator.publicKeyPem, "RS256");
  const { payload, protectedHeader } = await jwtVerify(token, key, { currentDate: new Date(NOW) });
  assertEquals(protectedHeader.alg, "RS256");
  assertEquals(payload, {
    iss: "https://acme.zendesk.com",
    aud: "https://acme.zendesk.com/api/v2/apps/installations/5678.json",
    sub: "https://acme.zendesk.com/api/v2/users/9002.json",
    iat: ISSUED_AT,
    exp: ISSUED_AT + 60,
    context: { product: "support", location: "user_sidebar" },
  });
});

Deno.test("a shell token's issuer may be the bare host", async () => {
  const simulator = createZendeskSimulator(testOptions({ subdomain: "other" }));
  simulator.set({ issuerAs: "host" });
  assertEquals(decodeJwt(await simulator.signShellToken()).iss, "other.zendesk.com");
});

Deno.test("a shell token can be old, lack a claim, or have another", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const token = await simulator.signShellToken({
    issuedSecondsAgo: 600,
    claims: { exp: null, sub: "somebody" },
  });
  const claims = decodeJwt(token);
  assertEquals([claims.iat, claims.exp, claims.sub], [ISSUED_AT - 600, undefined, "somebody"]);
});

Deno.test("a shell token can be signed by another key, with the public key as a secret, or not at all", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const key = await importSPKI(simulator.publicKeyPem, "RS256");
  const foreign = await simulator.signShellToken({ signedWith: "foreign" });
  await assertRejects(() => jwtVerify(foreign, key, { currentDate: new Date(NOW) }));

  const confused = await simulator.signShellToken({ signedWith: "public_key" });
  assertEquals(decodeProtectedHeader(confused).alg, "HS256");
  const secret = new TextEncoder().encode(simulator.publicKeyPem);
  await jwtVerify(confused, secret, { currentDate: new Date(NOW) });

  const unsigned = await simulator.signShellToken({ signedWith: "none" });
  assertEquals(unsigned.split(".").at(-1), "");
  assertEquals(decodeJwt(unsigned).iss, "https://acme.zendesk.com");
});
