import { PackageError } from "./package_error.ts";

const EXAMPLE = "deno task package --backend https://agillic.example.com";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
// The last label is no number, as in an IP address, and none that is never public.
const PUBLIC_NAME = new RegExp(
  `^(${LABEL}\\.)+(?!(local|localhost|internal|invalid|test)$)[a-z]([a-z0-9-]*[a-z0-9])$`,
);
/** The manifest's stand-in for the backend; `.invalid` is never a real host. */
export const PLACEHOLDER_HOST = "backend.invalid";

/** Parses the origin of the server; throws a PackageError that says what to write instead. */
export function parseBackend(text: string | undefined): URL {
  if (text === undefined || text.trim() === "") {
    throw new PackageError([`--backend is missing: name the server's origin, as in ${EXAMPLE}`]);
  }
  const url = URL.parse(text);
  if (url === null || url.hostname === "" || url.port === "0") {
    throw new PackageError([`--backend "${text}" is not an address: write it as in ${EXAMPLE}`]);
  }
  if (url.username !== "" || url.password !== "") {
    throw new PackageError(["--backend holds credentials: write the origin only, without them"]);
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || /[?#]$/.test(text)) {
    throw new PackageError([
      `--backend "${text}" is more than an origin: write ${url.origin}, without a path, query or fragment`,
    ]);
  }
  const isLoopback = LOOPBACK.has(url.hostname);
  if (url.protocol !== "https:" && !(isLoopback && url.protocol === "http:")) {
    throw new PackageError([
      `--backend "${text}" is not https: Zendesk loads apps over https only (http is for localhost)`,
    ]);
  }
  if (url.hostname === PLACEHOLDER_HOST) {
    throw new PackageError([`--backend "${text}" is a placeholder: name your own server's origin`]);
  }
  // Zendesk's proxy has to find this host, and its manifest takes no wildcard.
  if (!isLoopback && !PUBLIC_NAME.test(url.hostname)) {
    throw new PackageError([
      `--backend "${text}" is not a public domain name: Zendesk needs one such as agillic.example.com, no wildcard and no IP address`,
    ]);
  }
  // Zendesk takes http from the name localhost only, not from its addresses.
  if (isLoopback) url.hostname = "localhost";
  return url;
}

/** The manifest's text with every address in it moved to the backend. */
export function withBackend(manifest: string, backend: URL): string {
  return manifest
    .replaceAll(`https://${PLACEHOLDER_HOST}`, backend.origin)
    .replaceAll(PLACEHOLDER_HOST, backend.hostname);
}
