import { Hono } from "hono";
import { Refusal } from "../refusal.ts";
import type { Simulation } from "../simulation.ts";
import type { Switches } from "../switches.ts";

/** `/oauth2/token`: client credentials against a bearer token. */
export function oauthRoutes({ credentials, now, switches, tokens }: Simulation): Hono {
  let issued = 0;
  return new Hono().post("/token", async (c) => {
    const type = c.req.header("Content-Type") ?? "No content type";
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", `${type} is unsupported`);
    }
    const form = new URLSearchParams(await c.req.text());
    if (form.get("grant_type") !== "client_credentials") {
      throw new Refusal(400, "unsupported_grant_type", "grant_type is not client_credentials");
    }
    const known = credentials.some(({ key, secret }) =>
      key === form.get("client_id") && secret === form.get("client_secret")
    );
    if (!known) {
      const status = switches.exchangeFailureStatus;
      throw new Refusal(status, "invalid_client", "Client authentication failed");
    }
    const token = `simulated-bearer-${++issued}`;
    tokens.set(token, now() + switches.tokenSeconds * 1000);
    return c.json({ token_type: switches.tokenType, access_token: token, ...lifetime(switches) });
  });
}

function lifetime({ expiresInAs, tokenSeconds }: Switches): { expires_in?: number | string } {
  switch (expiresInAs) {
    case "number":
      return { expires_in: tokenSeconds };
    case "string":
      return { expires_in: String(tokenSeconds) };
    case "omit":
      return {};
  }
}
