/** The places of Zendesk Support in which the simulator shows apps. */
export const LOCATIONS = ["ticket_sidebar", "new_ticket_sidebar", "user_sidebar"] as const;
/** One of `LOCATIONS`. */
export type LocationName = typeof LOCATIONS[number];

/** One field of the app's settings form. */
export type Parameter = {
  readonly name: string;
  readonly type: string;
  readonly secure: boolean;
  readonly required: boolean;
  /** Where a secure setting may be put in; null for everywhere. */
  readonly scopes: readonly string[] | null;
  readonly default: string | boolean | null;
};

/** Where an app's page is. */
export type AppLocation = { readonly url: string; readonly signed: boolean };

/** What Zendesk knows of an app once its package is installed. */
export type Installation = {
  readonly name: string;
  readonly version: string;
  readonly parameters: readonly Parameter[];
  readonly locations: ReadonlyMap<LocationName, AppLocation>;
  /** Hosts that may be sent secure settings, each with its port where it has one. */
  readonly domainWhitelist: readonly string[];
};

/** Reads a manifest as if it had been packaged for `backend`: its own origin takes the place of the packaged one. */
export function installApp(manifest: unknown, backend: string): Installation {
  const root = record(manifest, "The manifest");
  const places = record(record(root.location, "location").support, "location.support");
  const locations = new Map<LocationName, AppLocation>();
  const packagedHosts = new Set<string>();
  for (const name of LOCATIONS) {
    const place = places[name];
    if (place === undefined) continue;
    const { url, signed } = typeof place === "string"
      ? { url: place, signed: false }
      : record(place, `location.support.${name}`);
    const { host, path } = splitUrl(String(url));
    packagedHosts.add(host);
    locations.set(name, { url: backend + path, signed: signed === true });
  }
  const backendHost = new URL(backend).host;
  return {
    name: text(root.name) ?? "App",
    version: text(root.version) ?? "0",
    parameters: list(root.parameters).map(readParameter),
    locations,
    domainWhitelist: list(root.domainWhitelist).map(String)
      .map((host) => packagedHosts.has(host) ? backendHost : host),
  };
}

/** Whether secure settings may go to the host of this URL. A whitelisted host without a port stands for all its ports. */
export function isWhitelisted(installation: Installation, url: URL): boolean {
  return installation.domainWhitelist.some((host) =>
    host === (host.includes(":") ? url.host : url.hostname)
  );
}

function splitUrl(url: string): { host: string; path: string } {
  const [, host, path] = /^https?:\/\/([^/]+)(\/.*)?$/.exec(url) ?? [];
  if (host === undefined) {
    throw new TypeError(`Cannot show the app at "${url}": want a location with an http(s) address`);
  }
  return { host, path: path ?? "/" };
}

function readParameter(value: unknown): Parameter {
  const parameter = record(value, "A parameter");
  const preset = parameter.default;
  return {
    name: String(parameter.name),
    type: text(parameter.type) ?? "text",
    secure: parameter.secure === true,
    required: parameter.required === true,
    scopes: Array.isArray(parameter.scopes) ? parameter.scopes.map(String) : null,
    default: typeof preset === "boolean" ? preset : text(preset),
  };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`Cannot install the app: ${what} is not an object`);
  }
  return { ...value };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
