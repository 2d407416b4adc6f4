/**
 * What a peer checks of a request, as our server does: who acts, by a sealed session that is opened once and then
 * remembered, and for whom, by headers of which none may hold a credential.
 */
import { base64url, EncryptJWT, jwtDecrypt } from "jose";

const ACTION_SECONDS = 30 * 60;
const { subtle } = globalThis.crypto;

async function deriveKey(sessionKey) {
  const bytes = base64url.decode(sessionKey);
  const root = await subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  const hkdf = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: new TextEncoder().encode("seal"),
  };
  const aes = { name: "AES-GCM", length: 256 };
  return await subtle.deriveKey(hkdf, root, aes, false, ["encrypt", "decrypt"]);
}

/** Opens sessions and seals actions, with our server's own key. */
export async function createSessions(sessionKey) {
  const key = await deriveKey(sessionKey);
  const opened = new Map();

  return {
    async open(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
      if (token === undefined) throw refusal(401);
      const known = opened.get(token);
      if (known !== undefined && known.exp * 1000 > Date.now()) return known;
      const { payload } = await jwtDecrypt(token, key, {
        audience: "session",
        requiredClaims: ["exp"],
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      }).catch(() => {
        throw refusal(401);
      });
      opened.set(token, payload);
      return payload;
    },

    async sealAction(offer) {
      return await new EncryptJWT({ ...offer, nonce: crypto.randomUUID() })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setAudience("action")
        .setExpirationTime(Math.floor(Date.now() / 1000) + ACTION_SECONDS)
        .encrypt(key);
    },
  };
}

// What each header may be; a value that is none counts as not said.
const PATTERNS = {
  "requester-email": /^[^\s@\p{Cc}]{1,200}@[^\s@\p{Cc}]{1,200}$/u,
  "requester-id": /^\d{1,20}$/,
  "requester-locale": /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/,
  "ticket-id": /^\d{1,20}$/,
  "ticket-created-at": /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  "agent-locale": /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/,
  "agent-time-zone": /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/,
  "agent-name": /^.{1,100}$/,
  "agent-role": /^\w{1,20}$/,
  "requester": /^[A-Za-z0-9_-]{1,64}$/,
};

/** What the headers say, percent-decoded and checked; `header` reads one by its name in lower case. */
export function readHeaders(header) {
  const said = {};
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const text = decode(header(name));
    if (holdsCredential(text)) throw refusal(400);
    said[name] = pattern.test(text) ? text : "";
  }
  if (said["requester-email"] === "") throw refusal(400);
  return said;
}

function decode(text = "") {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return "";
  }
}

const SIGNED_OR_PLACEHOLDER = /eyJ[\w-]+\.[\w-]*\.[\w-]+|\{\{[^}]*\}\}/;
const BASE64_RUN = /[A-Za-z0-9+/_-]{16,}/g;
const KEY_AND_SECRET = /[\x20-\x7e]{5,}:[\x20-\x7e]{5,}/;

function holdsCredential(text) {
  if (SIGNED_OR_PLACEHOLDER.test(text)) return true;
  return (text.match(BASE64_RUN) ?? []).some((run) =>
    [0, 1, 2, 3].some((offset) => {
      const base64 = run.slice(offset).replaceAll("-", "+").replaceAll("_", "/");
      return KEY_AND_SECRET.test(atob(base64.slice(0, base64.length - base64.length % 4)));
    })
  );
}

/** An error that each framework answers with its status. */
function refusal(status) {
  return Object.assign(new Error("Refused"), { status, statusCode: status });
}
