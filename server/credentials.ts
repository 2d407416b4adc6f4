const BASE64_RUN = /[A-Za-z0-9+/_-]{16,}/g;
const SIGNED_TOKEN = /eyJ[\w-]+\.[\w-]*\.[\w-]+/;
const PLACEHOLDER = /\{\{[^}]*\}\}/;
const LEAST_LENGTH = 12;
const KEY_AND_SECRET = /[\x20-\x7e]+:[\x20-\x7e]+/g;

/**
 * Whether a text holds what looks like a credential: Base64 of `key:secret` wherever it begins, a signed token, or a
 * placeholder that Zendesk's proxy would fill in. Code in an agent's browser can have Zendesk put a secure setting
 * into what it sends to us, so such a text is never shown or stored.
 */
export function holdsCredential(text: string): boolean {
  if (SIGNED_TOKEN.test(text) || PLACEHOLDER.test(text)) return true;
  return (text.match(BASE64_RUN) ?? []).some((run) =>
    // Letters in front of it move it by up to three places.
    [0, 1, 2, 3].some((offset) => decodesToCredential(run.slice(offset)))
  );
}

function decodesToCredential(run: string): boolean {
  const base64 = run.replaceAll("-", "+").replaceAll("_", "/");
  const decoded = atob(base64.slice(0, base64.length - base64.length % 4));
  return (decoded.match(KEY_AND_SECRET) ?? []).some(({ length }) => length >= LEAST_LENGTH);
}
