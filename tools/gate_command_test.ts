import { assertEquals, assertStringIncludes } from "@std/assert";

const read = (path: string) => Deno.readTextFile(new URL(`../${path}`, import.meta.url));

Deno.test(".ci/run gives the test command that the README gives", async () => {
  const lines = (await read(".ci/run")).trimEnd().split("\n");
  const command = lines.at(-1) ?? "";
  assertEquals(command, "npx --yes deno task test");
  assertStringIncludes(await read("README.md"), command);
});
