import { assertEquals, assertThrows } from "@std/assert";
import { FlagError, parseFlags } from "./flags.ts";

const OPTIONS = { out: { type: "string" }, force: { type: "boolean" } } as const;

function parse(...args: string[]) {
  return parseFlags(args, OPTIONS, "deno task x [--out dir] [--force]");
}

Deno.test("parseFlags reads values in both forms, and switches", () => {
  const { out, force } = parse("--out", "a b", "--force");
  assertEquals([out, force], ["a b", true]);
  assertEquals(parse("--out=c").out, "c");
  assertEquals(parse().force, undefined);
});

const REFUSED: Record<string, string[]> = {
  "there is no flag --outs": ["--outs", "a"],
  "there is no flag -f": ["-f"],
  "a value is missing, or not wanted, at --out": ["--out"],
  "a value is missing, or not wanted, at --force": ["--force=yes"],
  "there is no place for dist": ["dist"],
};

for (const [message, args] of Object.entries(REFUSED)) {
  Deno.test(`parseFlags says that ${message}`, () => {
    const error = assertThrows(() => parse(...args), FlagError);
    assertEquals(
      error.message,
      `Cannot read the flags: ${message}. Usage: deno task x [--out dir] [--force]`,
    );
  });
}

Deno.test("parseFlags does not take the next flag for a value", () => {
  assertThrows(() => parse("--out", "--force"), FlagError, "at --out. Usage");
});
