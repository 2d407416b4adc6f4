import { generateKeyPairSync } from "node:crypto";

/** The key pair with which Zendesk signs for one app: PKCS#8 and SPKI, both as PEM. */
export type AppKeys = { readonly privateKeyPem: string; readonly publicKeyPem: string };

/** Makes a fresh RSA 2048 pair; takes some 200 ms, so tests that need many simulators share one. */
export function createAppKeys(): AppKeys {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { privateKeyPem: String(privateKey), publicKeyPem: String(publicKey) };
}
