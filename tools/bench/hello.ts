/** A program: the least that Hono can serve. */
import { Hono } from "hono";

const app = new Hono().get("/healthz", (c) => c.text("Hello"));

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.args[0]), onListen() {} }, app.fetch);
