import { assertEquals, assertThrows } from "@std/assert";
import { parseIgnored, parseStage } from "./dockerfile.ts";
import { withoutPackages } from "./production.ts";

Deno.test("parseStage answers the steps of one stage, continued lines as one", () => {
  const text =
    "FROM a AS one\nRUN x\nFROM one AS two\n# why\nCOPY a b\nRUN y \\\n  z\nFROM c\nRUN no";
  assertEquals(parseStage(text, "two"), [
    { instruction: "COPY", argument: "a b" },
    { instruction: "RUN", argument: "y    z" },
  ]);
  assertThrows(() => parseStage(text, "three"), Error, "Cannot find the stage three");
});

Deno.test("parseIgnored knows plain paths, stars and what is anywhere", () => {
  const isIgnored = parseIgnored(".env\n*.env\napp-shell/dist\n**/*_test.ts\n");
  const paths = [".env", "a.env", "app-shell/dist/x.js", "x_test.ts", "server/a/x_test.ts"];
  assertEquals(paths.filter((path) => !isIgnored(path)), []);
  assertEquals(["a/b.env", "server/x.ts", "app-shell/distant"].filter(isIgnored), []);
});

Deno.test("withoutPackages takes away packages and what only they need, and keeps every hash", () => {
  const hash = { integrity: "sha512-a" };
  const left = withoutPackages({
    denoJson: { imports: { a: "npm:a@1", "@b/b": "npm:@b/b@2" }, links: ["./c"], tasks: {} },
    lock: {
      version: "5",
      specifiers: { "npm:a@1": "1.0.0", "npm:@b/b@2": "2.0.0" },
      npm: {
        "a@1.0.0": { ...hash, dependencies: ["shared"] },
        "@b/b@2.0.0": { ...hash, dependencies: ["shared", "own"] },
        "shared@3.0.0": hash,
        "own@4.0.0": hash,
      },
      workspace: { dependencies: ["npm:a@1", "npm:@b/b@2"], links: { c: {} } },
    },
  }, ["@b/b"]);

  assertEquals(left.denoJson, { imports: { a: "npm:a@1" }, tasks: {} });
  assertEquals(left.lock, {
    version: "5",
    specifiers: { "npm:a@1": "1.0.0" },
    npm: { "a@1.0.0": { ...hash, dependencies: ["shared"] }, "shared@3.0.0": hash },
    workspace: { dependencies: ["npm:a@1"] },
  });
});
