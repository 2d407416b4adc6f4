import { Hono } from "hono";
import { refuseAuthentication } from "../authentication.ts";
import { Refusal } from "../refusal.ts";
import type { Simulation } from "../simulation.ts";

const expiresInSeconds = 7200;

/** `/oauth2/token`: client credentials against a bearer token. */
export function oauthRoutes(simulation: Simulation): Hono {
  const { credentials, now, tokens } = simulation;
  return new Hono().post("/token", async (c) => {
    const type = c.req.header("Content-Type") ?? "No content type";
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", `${type} is unsupported`);
    }
    const form = new URLSearchParams(await c.req.text());
    if (form.get("grant_type") !== "client_credentials") {
      throw new Refusal(400, "UNSUPPORTED_GRANT_TYPE", "grant_type is not client_credentials");
    }
    const known = credentials.some(({ key, secret }) =>
      key === form.get("client_id") && secret === form.get("client_secret")
    );
    if (!known) throw refuseAuthentication(simulation);
    const token = `simulated-${tokens.size + 1}`;
    tokens.set(token, now() + expiresInSeconds * 1000);
    return c.json({ token_type: "Bearer", access_token: token, expires_in: expiresInSeconds });
  });
}
