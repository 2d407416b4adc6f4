import { assertEquals } from "@std/assert";
import { verifyWebhook } from "./webhook.ts";

const NOW = Date.UTC(2026, 1, 10, 9, 12, 5);
const SECRET = "webhook-secret-of-acme-0123456789abcdef";
const OTHER = "webhook-secret-of-other-0123456789abcdef";
const SECRETS: Record<string, readonly string[]> = {
  acme: ["x".repeat(40), SECRET],
  other: [OTHER],
};
const BODY = { ticket_id: "101", status: "solved", subdomain: "acme", installation_id: "5678" };
const NOTICE = { ticketId: "101", status: "solved", subdomain: "acme", installationId: "5678" };

type Sending = {
  body?: unknown;
  secret?: string;
  timestamp?: string | undefined;
  signature?: string | undefined;
};

async function sign(text: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  const bytes = await crypto.subtle.sign("HMAC", key, encoder.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** Verifies a webhook that is right but for what is said. */
async function verify(sending: Sending = {}) {
  const { body = BODY, secret = SECRET } = sending;
  const timestamp = "timestamp" in sending ? sending.timestamp : "2026-02-10T09:12:05Z";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signature = "signature" in sending
    ? sending.signature
    : await sign(`${timestamp}${text}`, secret);
  const bytes = new TextEncoder().encode(text).buffer;
  return await verifyWebhook(
    { body: bytes, signature, timestamp },
    { secretsOf: (subdomain) => SECRETS[subdomain] ?? [], now: () => NOW },
  );
}

async function noticeOf(sending: Sending) {
  const result = await verify(sending);
  if (!result.ok) return result.reason;
  const { delivery: _, ...notice } = result.value;
  return notice;
}

async function deliveryOf(sending: Sending): Promise<string> {
  const result = await verify(sending);
  return result.ok ? result.value.delivery : result.reason;
}

async function reasonOf(sending: Sending): Promise<string> {
  const result = await verify(sending);
  return result.ok ? "ok" : result.reason;
}

Deno.test("a webhook that is signed with any secret of its account is what it says", async () => {
  assertEquals(await noticeOf({}), NOTICE);
  assertEquals(await noticeOf({ secret: "x".repeat(40) }), NOTICE);
  const loose = { ticket_id: 101, status: " Solved ", subdomain: "Acme", installation_id: 5678 };
  assertEquals(await noticeOf({ body: loose }), NOTICE);
});

Deno.test("a delivery is named the same however its signature is spelled, and another otherwise", async () => {
  const signature = await sign(`2026-02-10T09:12:05Z${JSON.stringify(BODY)}`, SECRET);
  const delivery = await deliveryOf({});
  assertEquals(delivery, signature);
  assertEquals(await deliveryOf({ signature: ` ${signature}\n`.replace(/=+/, "") }), delivery);
  const later = await deliveryOf({ timestamp: "2026-02-10T09:12:06Z" });
  assertEquals(later === delivery, false);
});

Deno.test("a signature that was made elsewhere verifies", async () => {
  // Made with Zendesk's documented secret of test webhooks and OpenSSL: nothing of this project.
  const body = '{"ticket_id":"1","status":"solved","subdomain":"acme","installation_id":"2"}';
  const result = await verifyWebhook({
    body: new TextEncoder().encode(body).buffer,
    timestamp: "2026-02-10T09:12:05Z",
    signature: "vBm2u5MSPscna3/jwFbtprOA0+eDicZX8s9IYZEb724=",
  }, { secretsOf: () => ["dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="], now: () => NOW });
  assertEquals(result.ok, true);
});

Deno.test("a webhook whose signature does not fit is refused", async () => {
  const refused: Sending[] = [
    { secret: OTHER },
    { secret: SECRET.toUpperCase() },
    { signature: undefined },
    { signature: "" },
    { signature: "not base64!" },
    { signature: await sign(JSON.stringify(BODY), SECRET) },
    { signature: await sign(`2026-02-10T09:12:06Z${JSON.stringify(BODY)}`, SECRET) },
    { timestamp: undefined, signature: await sign(`${JSON.stringify(BODY)}x`, SECRET) },
  ];
  for (const sending of refused) {
    assertEquals(await reasonOf(sending), "webhook_signature", JSON.stringify(sending));
  }
});

Deno.test("a secret signs for its own account alone", async () => {
  assertEquals(await reasonOf({ body: { ...BODY, subdomain: "other" } }), "webhook_signature");
  assertEquals(await reasonOf({ body: { ...BODY, subdomain: "other" }, secret: OTHER }), "ok");
  assertEquals(await reasonOf({ body: { ...BODY, subdomain: "nobody" } }), "webhook_account");
});

Deno.test("a webhook is believed for five minutes, and a minute before its time", async () => {
  const at = (ms: number) => new Date(NOW + ms).toISOString();
  assertEquals(await reasonOf({ timestamp: at(-5 * 60_000) }), "ok");
  assertEquals(await reasonOf({ timestamp: at(-5 * 60_000 - 1) }), "webhook_too_old");
  assertEquals(await reasonOf({ timestamp: at(60_000) }), "ok");
  assertEquals(await reasonOf({ timestamp: at(60_001) }), "webhook_too_old");
  for (const timestamp of ["", "yesterday", "1770714725"]) {
    assertEquals(await reasonOf({ timestamp }), "webhook_too_old", timestamp);
  }
});

Deno.test("a body that is not the guide's template is refused", async () => {
  const bodies = [
    "",
    "{",
    "[]",
    "null",
    {},
    { ...BODY, ticket_id: "{{ticket.id}}" },
    { ...BODY, ticket_id: "" },
    { ...BODY, installation_id: undefined },
    { ...BODY, status: 3 },
    { ...BODY, subdomain: null },
  ];
  for (const body of bodies) {
    assertEquals(await reasonOf({ body }), "webhook_malformed", JSON.stringify(body));
  }
});
