import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { answer, answerJson, answerText, setHeader } from "./answer.ts";
import type { AppEnv } from "./context.ts";
import { requestLog } from "./request_log.ts";

const app = new Hono<AppEnv>()
  .use(requestLog({ log: () => {}, now: () => 0, randomId: () => "id-1" }))
  .get("/text", (c) => answerText(c, "no", 403))
  .get("/json", (c) => answerJson(c, { ready: true }))
  .get("/bytes", (c) => answer(c, new Uint8Array([1, 2])))
  .get("/twice", (c) => {
    setHeader(c, "Recipient", "unknown");
    setHeader(c, "Recipient", "sealed");
    return answerText(c, "ok");
  })
  .get("/thrown", (c) => {
    setHeader(c, "Requester", "echo-1");
    throw new Error("broken");
  })
  .onError((_, c) => answerText(c, "no", 500));

Deno.test("an answer has the status, type and body that it was made with", async () => {
  const answers = await Promise.all(["/text", "/json", "/bytes"].map(async (path) => {
    const response = await app.request(path);
    return [response.status, response.headers.get("Content-Type"), await response.text()];
  }));
  assertEquals(answers, [
    [403, "text/plain; charset=UTF-8", "no"],
    [200, "application/json", '{"ready":true}'],
    [200, null, "\x01\x02"],
  ]);
});

Deno.test("what is said last of a header holds", async () => {
  assertEquals((await app.request("/twice")).headers.get("Recipient"), "sealed");
});

Deno.test("what was said before an error is said with the answer to it", async () => {
  const { status, headers } = await app.request("/thrown");
  assertEquals([status, headers.get("Requester")], [500, "echo-1"]);
});

Deno.test("headers of one request are not said in the next", async () => {
  await app.request("/twice");
  assertEquals((await app.request("/text")).headers.get("Recipient"), null);
});
