import { findTokenFault } from "./installation/agillic_values.ts";
import { LOG_LEVELS, type LogLevel } from "./log_levels.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** The first part of a Zendesk address. */
export const SUBDOMAIN = /^[a-z0-9][a-z0-9-]*$/;
const PEM = /^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----$/;
const CONTROL = /\p{Cc}/u;
const SECRET_LENGTH = 32;
const KEY_BYTES = 32;
/** How many session keys there may be: one read of Deno KV takes ten keys, and an action reads one a session key. */
export const MAX_KEYS = 5;

/** What a variable must be; the message of a fault goes on after the variable's name. */
export class Fault extends Error {}

/** Reads one variable that is set; throws a Fault for what it cannot be. */
export type Reader<Value> = (text: string) => Value;

/** A bare origin of the wanted kind. */
export function readOrigin(isWanted: (url: URL) => boolean, fault: string): Reader<string> {
  return (text) => {
    const url = URL.parse(text);
    // The standard takes a wildcard and braces for a name, which no host has.
    const isBare = url !== null && !CONTROL.test(text) && url.pathname === "/" &&
      /^[\w.:[\]-]+$/.test(url.hostname) &&
      !url.username && !url.password && !url.search && !url.hash;
    if (!isBare || !isWanted(url)) throw new Fault(fault);
    return url.origin;
  };
}

/** This machine itself. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname);
}

/** https, or http on this machine. */
export function isSecure(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}

/** The address of a Postgres, which has a password inside: no fault repeats any of it. */
export function readDatabaseUrl(text: string): string {
  const url = URL.parse(text);
  const isPostgres = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "";
  // Reading the address takes them out without a word.
  if (!isPostgres || CONTROL.test(text)) {
    throw new Fault(
      "is not the address of a Postgres: give one such as postgres://user:…@host/name",
    );
  }
  try {
    decodeURIComponent(`${url.username}${url.password}`);
  } catch {
    throw new Fault("has a user or password that cannot be read: write % as %25");
  }
  return text;
}

/** How a connection to Postgres is encrypted. */
export function readSslMode(text: string): string {
  if (/^(disable|allow|prefer|require|verify-ca|verify-full)$/.test(text)) return text;
  throw new Fault("is not one of disable, allow, prefer, require, verify-ca, verify-full");
}

/** The address with this mode, unless it has one: Deno Deploy sets them apart from one another. */
export function withSslMode(databaseUrl: string, sslMode: string | null): string {
  const url = new URL(databaseUrl);
  if (sslMode === null || url.searchParams.has("sslmode")) return databaseUrl;
  url.searchParams.set("sslmode", sslMode);
  return url.href;
}

/** Comma-separated; empty parts count as none. */
export function readList(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim()).filter(Boolean);
  // Of a file with a value a line: it would be one value that nothing ever equals.
  if (parts.some((part) => CONTROL.test(part))) {
    throw new Fault(
      "has a line break or another control character in a value: separate values by commas",
    );
  }
  return parts;
}

/** What to do about missing accounts. */
export const SUBDOMAINS_REMEDY = "set it to the accounts served, such as acme for acme.zendesk.com";

/** The first parts of Zendesk addresses, lower case. */
export function readSubdomains(text: string): string[] {
  const names = readList(text).map((name) => name.toLowerCase());
  const wrong = names.find((name) => !SUBDOMAIN.test(name));
  if (wrong !== undefined) {
    throw new Fault(
      `names “${wrong}”: give the first part of the account's address only, such as acme`,
    );
  }
  if (names.length === 0) throw new Fault(`is empty: ${SUBDOMAINS_REMEDY}`);
  return names;
}

/** The app's id in Zendesk. */
export function readAppId(text: string): string {
  if (!/^\d+$/.test(text)) throw new Fault("is not a number: it is the app's id in Zendesk");
  return text;
}

/** A public key; `\n` stands for a line end. */
export function readPem(text: string): string {
  const pem = text.replaceAll("\\n", "\n").replaceAll("\r", "").trim();
  if (!PEM.test(pem)) {
    throw new Fault(
      "is not a PEM public key: it starts with -----BEGIN PUBLIC KEY-----, and \\n stands for a line end",
    );
  }
  return pem;
}

/** Agillic's credential. */
export function readToken(text: string): string {
  if (findTokenFault(text) !== null) {
    throw new Fault("is not Base64 of key:secret, as Agillic's API settings give them");
  }
  return text;
}

/** HS256 secrets. */
export function readSecrets(text: string): string[] {
  return readLongSecrets(text, "make one with deno task keys");
}

/** Signing secrets of webhooks, which Zendesk makes. */
export function readWebhookSecrets(text: string): string[] {
  return readLongSecrets(text, "copy the signing secret from the webhook's page in Zendesk");
}

function readLongSecrets(text: string, remedy: string): string[] {
  const secrets = readList(text);
  if (secrets.length === 0 || secrets.some((secret) => secret.length < SECRET_LENGTH)) {
    throw new Fault(`holds a secret that is shorter than ${SECRET_LENGTH} characters: ${remedy}`);
  }
  return secrets;
}

/** 32-byte keys. */
export function readKeys(text: string): Uint8Array<ArrayBuffer>[] {
  const keys = readList(text).map(readKey);
  if (keys.length === 0) throw new Fault(KEY_FAULT);
  if (keys.length > MAX_KEYS) {
    throw new Fault(`lists more than ${MAX_KEYS} keys: take away the oldest`);
  }
  return keys;
}

const KEY_FAULT =
  `holds a key that is not ${KEY_BYTES} bytes in base64url: make one with deno task keys`;

function readKey(text: string): Uint8Array<ArrayBuffer> {
  const isBase64url = /^[A-Za-z0-9_-]+={0,2}$/.test(text);
  const bytes = isBase64url ? decode(text.replaceAll("-", "+").replaceAll("_", "/")) : null;
  if (bytes?.length !== KEY_BYTES) throw new Fault(KEY_FAULT);
  return bytes;
}

function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** 0 or 1. */
export function readFlag(text: string): boolean {
  if (text !== "0" && text !== "1") throw new Fault("is neither 0 nor 1: 1 refuses every action");
  return text === "1";
}

/** What opens /metrics; long enough that nobody guesses it. */
export function readMetricsToken(text: string): string {
  if (!/^[\w.~+/=-]{32,}$/.test(text)) {
    throw new Fault(
      "is not 32 or more letters, digits and -._~+/=: openssl rand -hex 32 makes one",
    );
  }
  return text;
}

/** How much is logged. */
export function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((level) => level === text);
  if (level === undefined) throw new Fault(`is not one of ${LOG_LEVELS.join(", ")}`);
  return level;
}

// What Agillic allows a credential at a time.
const MOST_CALLS = 20;

/** Calls to Agillic at a time. */
export function readCalls(text: string): number {
  const calls = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (calls < 1 || calls > MOST_CALLS) {
    throw new Fault(`is not a number from 1 to ${MOST_CALLS}, which Agillic allows at a time`);
  }
  return calls;
}

/** An address or a name of this machine to listen on. */
export function readHost(text: string): string {
  if (!/^[A-Za-z0-9.:-]+$/.test(text)) {
    throw new Fault("is not an address to listen on: give one such as 127.0.0.1 or ::, no port");
  }
  return text;
}

/** A TCP port; 0 for a free one. */
export function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Fault("is not a port number");
  return Number(text);
}

/** Whole seconds, at most ten minutes. */
export function readSeconds(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 600) {
    throw new Fault("is not a number of seconds from 0 to 600");
  }
  return Number(text);
}
