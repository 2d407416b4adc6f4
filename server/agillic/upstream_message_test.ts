import { assertEquals } from "@std/assert";
import { upstreamMessage } from "./upstream_message.ts";

Deno.test("upstreamMessage finds the words in JSON and in plain text", () => {
  assertEquals(upstreamMessage(`{"status":"404","message":"No such event"}`), "No such event");
  assertEquals(upstreamMessage("No such\n event\u0007"), "No such event");
});

Deno.test("upstreamMessage has no words for an empty, an HTML or another JSON body", () => {
  const bodies = ["", " \n", "<!DOCTYPE html><h1>404</h1>", `{"status":"404"}`, `{"message":7}`];
  for (const body of [...bodies, `{"message":" "}`, `{"mess`, `[1]`, `"x"`]) {
    assertEquals(upstreamMessage(body), null, body);
  }
});

Deno.test("upstreamMessage shortens what is too long to show", () => {
  assertEquals(upstreamMessage("x".repeat(5000)), `${"x".repeat(300)}…`);
});
