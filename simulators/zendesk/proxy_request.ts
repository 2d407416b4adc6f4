import type { JwtOptions } from "./settings_token.ts";

/** What the agent page asks the proxy to send for an app. */
export type ProxyRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly secure: boolean;
  readonly jwt: JwtOptions | null;
};

/** Reads the page's JSON; throws a TypeError that says which part is wrong. */
export function parseProxyRequest(value: unknown): ProxyRequest {
  const request = record(value, "the request");
  return {
    url: string(request.url, "url"),
    method: string(request.method ?? "GET", "method").toUpperCase(),
    headers: Object.fromEntries(
      Object.entries(record(request.headers ?? {}, "headers"))
        .map(([name, header]) => [name, string(header, `headers.${name}`)]),
    ),
    body: request.body === undefined || request.body === null ? null : string(request.body, "body"),
    secure: request.secure === true,
    jwt: request.jwt === undefined || request.jwt === null ? null : parseJwt(request.jwt),
  };
}

function parseJwt(value: unknown): JwtOptions {
  const jwt = record(value, "jwt");
  if (jwt.expiry !== undefined && typeof jwt.expiry !== "number") {
    throw new TypeError("jwt.expiry is not a number of seconds");
  }
  return {
    secret_key: string(jwt.secret_key, "jwt.secret_key"),
    claims: record(jwt.claims ?? {}, "jwt.claims"),
    ...(jwt.algorithm === undefined ? {} : { algorithm: string(jwt.algorithm, "jwt.algorithm") }),
    ...(jwt.expiry === undefined ? {} : { expiry: jwt.expiry }),
  };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${what} is not an object`);
  }
  return { ...value };
}

function string(value: unknown, what: string): string {
  if (typeof value !== "string") throw new TypeError(`${what} is not a string`);
  return value;
}
