import { assertEquals } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";

for (const path of ["/shell", "/session", "/recipient", "/events/1", "/setup"]) {
  Deno.test(`POST ${path} takes no body above 64 kB`, async () => {
    using app = await createTestApp();
    const body = new URLSearchParams({ token: "x".repeat(65 * 1024) });
    const response = await app.request(path, { method: "POST", body });
    assertEquals(response.status, 413);
    assertEquals(response.headers.get("Cache-Control"), "private, no-store");
    assertEquals(app.log.map(({ type, status, reason }) => [type, status, reason]), [
      ["request", 413, "body_too_large"],
    ]);
  });
}

Deno.test("a body that is not what it says it is holds no action", async () => {
  using app = await createTestApp();
  for (const path of ["/recipient", "/events/1"]) {
    const response = await app.request(path, {
      method: "POST",
      body: "garbage",
      headers: {
        "Requester-Email": "mette%40example.dk",
        Authorization: `Bearer ${await app.signIn()}`,
        "Content-Type": "multipart/form-data; boundary=x",
      },
    });
    assertEquals([path, response.status], [path, 410]);
    assertEquals(app.log.at(-1)?.reason, "action_missing");
  }
});
