import type { AppPackage, Rule } from "./app.ts";
import { isJsonObject, type JsonObject, objectAt, textAt } from "./json.ts";

/** Zendesk's rules for where the app shows, and which hosts it may call; signing is our own. */
export const LOCATION_RULES: readonly Rule[] = [
  knownPlaces,
  placeAddress,
  placeFlags,
  whitelistForm,
  whitelistNeeded,
  whitelistComplete,
];

const PLACES = new Set([
  "background",
  "modal",
  "nav_bar",
  "new_ticket_sidebar",
  "organization_sidebar",
  "system_top_bar",
  "ticket_editor",
  "ticket_sidebar",
  "top_bar",
  "user_sidebar",
]);
const BARE_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

type Place = { path: string; name: string; options: JsonObject };

function places({ manifest }: AppPackage): Place[] {
  const support = objectAt(manifest, "location", "support");
  return Object.entries(support).map(([name, value]) => ({
    path: `manifest.json: location.support.${name}`,
    name,
    options: isJsonObject(value) ? value : { url: value },
  }));
}

function knownPlaces(app: AppPackage): string[] {
  const found = places(app);
  if (found.length === 0) {
    return ['manifest.json: "location" names no place in "support": add ticket_sidebar.'];
  }
  return found.filter(({ name }) => !PLACES.has(name))
    .map(({ path }) => `${path}: Zendesk Support has no such place: correct its name.`);
}

function placeAddress(app: AppPackage): string[] {
  return places(app).filter(({ options }) => !isAddress(app, textAt(options, "url")))
    .map(({ path, options }) =>
      `${path}: the url ${
        JSON.stringify(options.url)
      } is not allowed: give https://…, http://localhost…, or a file of assets/.`
    );
}

function isAddress({ files }: AppPackage, url: string): boolean {
  if (url.includes("{{setting.")) return true;
  const address = URL.parse(url);
  if (address === null) {
    return url.startsWith("assets/") && files.some((file) => file.path === url);
  }
  return address.protocol === "https:" ||
    (address.protocol === "http:" && address.hostname === "localhost");
}

function placeFlags(app: AppPackage): string[] {
  return places(app).flatMap(({ path, options }) => [
    ...(typeof (options.flexible ?? true) === "boolean"
      ? []
      : [`${path}: "flexible" is ${JSON.stringify(options.flexible)}: write true or false.`]),
    // Without it Zendesk sends no token, and our server shows nothing.
    ...(options.signed === true ? [] : [`${path}: is not signed: write "signed": true.`]),
  ]);
}

function whitelist({ manifest }: AppPackage): unknown[] {
  return Array.isArray(manifest.domainWhitelist) ? manifest.domainWhitelist : [];
}

function whitelistForm(app: AppPackage): string[] {
  const value = app.manifest.domainWhitelist;
  if (value !== undefined && !Array.isArray(value)) {
    return ['manifest.json: "domainWhitelist" is no list: write ["agillic.example.com"].'];
  }
  return whitelist(app).filter((host) => typeof host !== "string" || !BARE_HOST.test(host))
    .map((host) =>
      `manifest.json: "domainWhitelist" holds ${
        JSON.stringify(host)
      }: write the bare host, without scheme, port, path or wildcard.`
    );
}

function whitelistNeeded(app: AppPackage): string[] {
  const { parameters } = app.manifest;
  const isSecure = Array.isArray(parameters) &&
    parameters.some((parameter) => isJsonObject(parameter) && parameter.secure === true);
  return isSecure && whitelist(app).length === 0
    ? ['manifest.json: "domainWhitelist" is empty: secure settings need it, name the backend.']
    : [];
}

function whitelistComplete(app: AppPackage): string[] {
  const hosts = new Set(whitelist(app));
  return places(app).flatMap(({ path, options }) => {
    const host = URL.parse(textAt(options, "url"))?.hostname;
    return host === undefined || hosts.has(host)
      ? []
      : [`${path}: its host ${host} is not in "domainWhitelist": add it.`];
  });
}
