const BASE64_RUN = /[A-Za-z0-9+/_-]{16,}/g;
// Each reads a text once, wherever it begins: any request may bring as much as a server takes.
const BEFORE_TWO_DOTS = /(?<![\w-])[\w-]+(?=\.[\w-]*\.[\w-])/g;
const PLACEHOLDER = /(?<=\{\{[^}]*)\}\}/;
const READABLE_RUN = /[\x20-\x7e]+/g;
const LEAST_LENGTH = 12;

/**
 * Whether a text holds what looks like a credential: Base64 of `key:secret` wherever it begins, a signed token, or a
 * placeholder that Zendesk's proxy would fill in. Code in an agent's browser can have Zendesk put a secure setting
 * into what it sends to us, so such a text is never shown or stored.
 */
export function holdsCredential(text: string): boolean {
  if (holdsSignedToken(text) || PLACEHOLDER.test(text)) return true;
  return (text.match(BASE64_RUN) ?? []).some((run) =>
    // Letters in front of it move it by up to three places.
    [0, 1, 2, 3].some((offset) => decodesToCredential(run.slice(offset)))
  );
}

function holdsSignedToken(text: string): boolean {
  return (text.match(BEFORE_TWO_DOTS) ?? []).some((run) => /eyJ[\w-]/.test(run));
}

function decodesToCredential(run: string): boolean {
  const base64 = run.replaceAll("-", "+").replaceAll("_", "/");
  const decoded = atob(base64.slice(0, base64.length - base64.length % 4));
  return (decoded.match(READABLE_RUN) ?? []).some((run) =>
    run.length >= LEAST_LENGTH && run.slice(1, -1).includes(":")
  );
}
