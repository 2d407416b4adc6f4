import { type AppPackage, PackageError } from "./app.ts";
import { type JsonObject, objectAt, textAt } from "./json.ts";

const EXAMPLE = "deno task package --backend https://agillic.example.com";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** The manifest's stand-in for the backend; `.invalid` can never be a real host. */
const PLACEHOLDER_HOST = "backend.invalid";

/** The origin of the server that the app shall talk to; throws a PackageError that says what to write instead. */
export function parseBackend(text: string | undefined): URL {
  if (text === undefined || text.trim() === "") {
    throw new PackageError([`--backend is missing: name the server's origin, as in ${EXAMPLE}`]);
  }
  const url = URL.parse(text);
  if (url === null || url.hostname === "") {
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
  // Zendesk takes http from the name localhost only, not from its addresses.
  if (isLoopback) url.hostname = "localhost";
  return url;
}

/** The app with every address in its manifest moved to the backend. */
export function withBackend(app: AppPackage, backend: URL): AppPackage {
  const places = objectAt(app.manifest, "location", "support");
  const support = Object.fromEntries(
    Object.keys(places).map((place) => [place, moved(objectAt(places, place), backend)]),
  );
  const location = { ...objectAt(app.manifest, "location"), support };
  const manifest: JsonObject = { ...app.manifest };
  // Absent keys stay absent, for the rules to name them.
  if ("location" in manifest) manifest.location = location;
  if (Array.isArray(manifest.domainWhitelist)) {
    manifest.domainWhitelist = manifest.domainWhitelist.map((host: unknown) =>
      host === PLACEHOLDER_HOST ? backend.hostname : host
    );
  }
  return { ...app, manifest };
}

function moved(place: JsonObject, backend: URL): JsonObject {
  const url = URL.parse(textAt(place, "url"));
  if (url?.hostname !== PLACEHOLDER_HOST) return place;
  return { ...place, url: backend.origin + url.pathname };
}
