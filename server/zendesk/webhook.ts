import { z } from "zod";
import { accepted, rejected, type Result } from "../result.ts";

/** What Zendesk says has become of a ticket. */
export type TicketNotice = {
  subdomain: string;
  installationId: string;
  ticketId: string;
  /** In lower case. */
  status: string;
  /** Names this very request: its signature, in one spelling. */
  delivery: string;
};

/** Why a webhook is refused; for the log. */
export type WebhookReason =
  | "webhook_malformed"
  | "webhook_account"
  | "webhook_signature"
  | "webhook_too_old";

/** A webhook as it came. */
export type PostedWebhook = {
  body: ArrayBuffer;
  signature: string | undefined;
  /** When Zendesk signed it, ISO 8601. */
  timestamp: string | undefined;
};

/** `secretsOf`: those of an account, any of which verifies; `now`: epoch ms. */
export type WebhookOptions = {
  secretsOf: (subdomain: string) => readonly string[];
  now: () => number;
};

const MAX_AGE_MS = 5 * 60_000;
// Our clock may differ from Zendesk's.
const LEEWAY_MS = 60_000;
const encoder = new TextEncoder();

const id = z.union([z.string(), z.number()]).transform((value) => String(value).trim())
  .pipe(z.string().regex(/^\d{1,20}$/));
const notice = z.object({
  subdomain: z.string().trim().toLowerCase(),
  installation_id: id,
  ticket_id: id,
  status: z.string().trim().toLowerCase(),
});

/** Verifies that Zendesk signed this for the account that it names, just now. */
export async function verifyWebhook(
  { body, signature = "", timestamp = "" }: PostedWebhook,
  { secretsOf, now }: WebhookOptions,
): Promise<Result<TicketNotice, WebhookReason>> {
  const parsed = notice.safeParse(parseJson(body));
  if (!parsed.success) return rejected("webhook_malformed");
  const { subdomain, installation_id, ticket_id, status } = parsed.data;
  // Another account's secret proves nothing about this one.
  const secrets = secretsOf(subdomain);
  if (secrets.length === 0) return rejected("webhook_account");
  const given = decodeBase64(signature);
  if (given === null) return rejected("webhook_signature");
  const signed = await new Blob([timestamp, body]).arrayBuffer();
  const fits = await Promise.all(secrets.map((secret) => isSignedWith(secret, given, signed)));
  if (!fits.includes(true)) return rejected("webhook_signature");
  const ageMs = now() - Date.parse(timestamp);
  // Not the other way round: the age of a time that cannot be read is not a number.
  if (!(ageMs <= MAX_AGE_MS && ageMs >= -LEEWAY_MS)) return rejected("webhook_too_old");
  return accepted({
    subdomain,
    installationId: installation_id,
    ticketId: ticket_id,
    status,
    delivery: btoa(String.fromCharCode(...given)),
  });
}

function parseJson(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return null;
  }
}

async function isSignedWith(
  secret: string,
  signature: Uint8Array<ArrayBuffer>,
  signed: ArrayBuffer,
): Promise<boolean> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "verify",
  ]);
  // Compares in constant time.
  return await crypto.subtle.verify("HMAC", key, signature, signed);
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
