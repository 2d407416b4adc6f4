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
  assertEquals(await ask(`${valid}x`, form), 401);
  simulator.set({ exchangeFailureStatus: 400 });
  assertEquals(await ask(`${valid}x`, form), 400);
  assertEquals(await ask(valid.replace("client_credentials", "password"), form), 400);
  assertEquals(await ask(valid, { "Content-Type": "application/json" }), 415);
});

Deno.test("a bearer token is good until it is revoked, and lasts as long as it is told to", async () => {
  const simulator = createTestSimulator();
  const exchange = async () =>
    await (await call(simulator, "POST /oauth2/token", { body: valid, headers: form })).json();
  const read = async (token: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await call(simulator, "GET /discovery/persondata", { headers })).status;
  };
  const { access_token: first } = await exchange();
  await simulator.fetch("http://localhost/_simulator/revoke-tokens", {
    method: "POST",
    body: "{}",
  });
  assertEquals(await read(first), 403);

  simulator.set({ tokenSeconds: 90, expiresInAs: "string", tokenType: "bearer" });
  const { access_token: second, token_type, expires_in } = await exchange();
  assertEquals([second === first, token_type, expires_in], [false, "bearer", "90"]);
  simulator.clock.now += 89_999;
  assertEquals(await read(second), 200);
  simulator.clock.now += 1;
  assertEquals(await read(second), 403);
});
