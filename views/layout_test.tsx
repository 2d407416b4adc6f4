import { assertMatch, assertStringIncludes } from "@std/assert";
import { ids } from "../contract/ids.ts";
import { ShellPage } from "./layout.tsx";

const hostile = '"><script>alert(1)</script>';
const escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;";

Deno.test("ShellPage is a whole document that carries the pass as it is, escaped", () => {
  const html = String(
    <ShellPage
      language="da"
      colorScheme="dark"
      agentPass={hostile}
      sessionKey="key"
      scriptPath="/assets/a.js"
      htmxPath="/assets/h.js"
      stylePath="/assets/a.css"
      sdkUrl={null}
    />,
  );
  assertMatch(html, /^<!DOCTYPE html>\s*<html lang="da" data-color-scheme="dark">/);
  assertStringIncludes(html, '<meta name="color-scheme" content="dark">');
  assertStringIncludes(html, `<meta name="agent-pass" content="${escaped}">`);
  assertStringIncludes(html, 'aria-busy="true"');
  for (const id of [ids.skeleton, ids.problemConnection, ids.problemSession]) {
    assertStringIncludes(html, `<template id="${id}">`);
  }
});
