import { assertEquals, assertStringIncludes } from "@std/assert";
import { serve } from "./main.ts";

Deno.test("serve listens on a free port with the package's own manifest and labels", async () => {
  const { origin, close, simulator } = await serve({ port: 0, backend: "http://localhost:8000" });
  try {
    const settings = await (await fetch(`${origin}/admin/apps/settings`)).text();
    assertStringIncludes(settings, "Base64 Encoded Token");
    const page = await (await fetch(`${origin}/`)).text();
    assertStringIncludes(page, origin);
    assertEquals(simulator.calls.length, 2);
  } finally {
    await close();
  }
});
