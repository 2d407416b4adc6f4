import { base64url, EncryptJWT, jwtDecrypt } from "jose";
import { accepted, rejected, type Result } from "./result.ts";

/** What a sealed token is for; one kind never opens as another. */
export type SealedKind =
  | "agent-pass"
  | "session"
  | "action"
  | "recipient"
  | "agent-name"
  | "activity"
  | "order";

/** Why a sealed token does not open. */
export type SealReason =
  | "sealed_malformed"
  | "sealed_unknown_key"
  | "sealed_altered"
  | "sealed_expired";

/** Encrypts and authenticates tokens (JWE dir, A256GCM), and makes keyed digests. */
export type Sealing = {
  /** A token that only this server opens, valid `ttlSeconds`. */
  seal(kind: SealedKind, payload: Record<string, unknown>, ttlSeconds: number): Promise<string>;
  /** The payload of a token of that kind, with `exp` in epoch seconds. */
  open(kind: SealedKind, token: string): Promise<Result<Record<string, unknown>, SealReason>>;
  /** HMAC-SHA256 of the parts in base64url under every key, the sealing one first. */
  digests(...parts: readonly string[]): Promise<readonly string[]>;
  /** HMAC under the sealing key alone. */
  digest(...parts: readonly string[]): Promise<string>;
};

/** `keys`: 32 bytes each; the first seals, all open. `now`: epoch ms. */
export type SealingOptions = { keys: readonly Uint8Array<ArrayBuffer>[]; now: () => number };

type DerivedKey = { id: string; encryption: CryptoKey; digest: CryptoKey };

const encoder = new TextEncoder();

async function deriveKey(bytes: Uint8Array<ArrayBuffer>): Promise<DerivedKey> {
  const root = await crypto.subtle.importKey("raw", bytes, "HKDF", false, [
    "deriveKey",
    "deriveBits",
  ]);
  const hkdf = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode(info),
  });
  const [encryption, digest, id] = await Promise.all([
    crypto.subtle.deriveKey(hkdf("seal"), root, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]),
    crypto.subtle.deriveKey(hkdf("digest"), root, { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
    ]),
    crypto.subtle.deriveBits(hkdf("id"), root, 48),
  ]);
  return { id: base64url.encode(new Uint8Array(id)), encryption, digest };
}

/** Derives one key a purpose from each session key; derivation waits for the first use, not the start. */
export function createSealing({ keys, now }: SealingOptions): Sealing {
  let derived: Promise<DerivedKey[]> | undefined;
  const allKeys = () => derived ??= Promise.all(keys.map(deriveKey));
  const sealingKey = async () => {
    const [first] = await allKeys();
    if (first === undefined) throw new Error("Cannot seal: there is no session key");
    return first;
  };

  async function hmac(key: DerivedKey, parts: readonly string[]): Promise<string> {
    // JSON keeps ["a","bc"] and ["ab","c"] apart.
    const signature = await crypto.subtle.sign(
      "HMAC",
      key.digest,
      encoder.encode(JSON.stringify(parts)),
    );
    return base64url.encode(new Uint8Array(signature));
  }

  return {
    async seal(kind, payload, ttlSeconds) {
      const key = await sealingKey();
      return await new EncryptJWT(payload)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: key.id })
        .setAudience(kind)
        .setExpirationTime(Math.floor(now() / 1000) + ttlSeconds)
        .encrypt(key.encryption);
    },

    async open(kind, token) {
      const known = await allKeys();
      let reason: SealReason = "sealed_malformed";
      try {
        const { payload } = await jwtDecrypt(token, (header) => {
          const key = known.find((candidate) => candidate.id === header.kid);
          if (key === undefined) {
            reason = "sealed_unknown_key";
            throw new Error("Cannot open: sealed with a key that is not listed");
          }
          reason = "sealed_altered";
          return key.encryption;
        }, {
          audience: kind,
          requiredClaims: ["exp"],
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          currentDate: new Date(now()),
        });
        return accepted(payload);
      } catch (error) {
        const expired = error instanceof Error && "code" in error &&
          error.code === "ERR_JWT_EXPIRED";
        return rejected(expired ? "sealed_expired" : reason);
      }
    },

    async digests(...parts) {
      return await Promise.all((await allKeys()).map((key) => hmac(key, parts)));
    },

    async digest(...parts) {
      return await hmac(await sealingKey(), parts);
    },
  };
}
