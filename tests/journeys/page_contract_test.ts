import { assert, assertStringIncludes } from "@std/assert";
import * as attributes from "../../contract/attributes.ts";
import * as names from "../../contract/page.ts";
import { createTestApp } from "../app_fixture.ts";
import { actionIn } from "./answers.ts";

Deno.test("the shell's page has every element and name that the shell's script looks for", async () => {
  using app = await createTestApp();
  const page = await (await app.openShell()).text();
  for (const [key, name] of Object.entries(names)) {
    if (key.endsWith("_ID")) assertStringIncludes(page, `id="${name}"`);
    if (key.endsWith("_META")) assertStringIncludes(page, `<meta name="${name}"`);
  }
  assertStringIncludes(page, `<button type="button" id="${names.RETRY_PREFIX}`);
  assertStringIncludes(page, `${attributes.colorScheme}="light"`);
});

Deno.test("the parts have every attribute and control that the shell's script looks for", async () => {
  let isDown = false;
  using app = await createTestApp({
    settings: { note_on_ticket: true },
    intercept: () => isDown ? new Response(null, { status: 500 }) : undefined,
  });
  const get = async (path: string) => await (await app.get(path)).text();
  const sidebar = await get("/sidebar");
  const triggered = await (await app.post("/events/1", actionIn(sidebar))).text();
  const parts = [sidebar, await get("/communications"), triggered];
  isDown = true;
  const html = [...parts, await get("/recipient")].join("");
  for (const name of Object.values(attributes)) {
    // The page has the one, the script makes the other.
    if (name === attributes.colorScheme || name === attributes.state) continue;
    assertStringIncludes(html, ` ${name}="`);
  }
  assertStringIncludes(html, `id="${names.EVENTS_RENEWAL}"`);
  assertStringIncludes(html, `hx-trigger="${names.ACTIVATED_EVENT} `);
  assertStringIncludes(html, `<template id="${names.INSERT_REFUSED}"`);
  assertStringIncludes(html, ` id="${names.INSERT_TEXT}"`);
  assert(new RegExp(`<div id="\\w+${names.NOTICE_SUFFIX}"`).test(html));
  assert(new RegExp(`<button [^>]*id="\\w+${names.REFRESH_SUFFIX}"`).test(html));
});
