import { assertEquals } from "@std/assert";
import { call, createTestSimulator } from "../client_fixture.ts";

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const valid = "grant_type=client_credentials&client_id=agillic-key&client_secret=agillic-secret";

Deno.test("POST /oauth2/token gives a bearer token that is good for two hours", async () => {
  const simulator = createTestSimulator();
  const answer = await call(simulator, "POST /oauth2/token", { body: valid, headers: form });
  const { token_type, access_token, expires_in } = await answer.json();
  assertEquals([answer.status, token_type, expires_in], [200, "Bearer", 7200]);
  const headers = { Authorization: `Bearer ${access_token}` };
  const read = () => call(simulator, "GET /discovery/persondata", { headers });
  assertEquals((await read()).status, 200);
  simulator.clock.now += 7_200_000;
  assertEquals((await read()).status, 403);
});

Deno.test("POST /oauth2/token refuses a wrong secret, another grant and another content type", async () => {
  const simulator = createTestSimulator();
  const ask = async (body: string, headers: HeadersInit) =>
    (await call(simulator, "POST /oauth2/token", { body, headers })).status;
  assertEquals(await ask(`${valid}x`, form), 403);
  assertEquals(await ask(valid.replace("client_credentials", "password"), form), 400);
  assertEquals(await ask(valid, { "Content-Type": "application/json" }), 415);
});
