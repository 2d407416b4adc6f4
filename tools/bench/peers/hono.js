/** A peer: Hono on Node, with the templates of its own that need no build. */
import { Hono } from "hono";
import { html } from "hono/html";
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { ask } from "./asking.js";
import { createSidebar, port, templates } from "./sidebar.js";

// Not imported: the product's own checks would look for what only the benchmark installs.
const { serve } = createRequire(import.meta.url)("@hono/node-server");

const render = (part, values) => String(html(templates[part].markup, ...values));
const { begin, find, finish, finishInPieces } = createSidebar(ask);
const app = new Hono();

for (const part of ["recipient", "communications"]) {
  app.get(`/${part}`, async (c) => {
    const visit = await begin((name) => c.req.header(name), `/${part}`);
    const values = await find(part, visit);
    const { headers, body } = finish(visit, render(part, values));
    return c.body(body, 200, headers);
  });
}

app.get("/sidebar", async (c) => {
  const visit = await begin((name) => c.req.header(name), "/sidebar");
  const history = find("communications", visit);
  const first = render("sidebar", await find("sidebar", visit));
  const second = history.then((values) => render("communications", values));
  const { headers, stream } = finishInPieces(visit, first, second);
  return c.body(Readable.toWeb(stream), 200, headers);
});

app.onError((error, c) => c.text(error.message, error.status ?? 500));

serve({ fetch: app.fetch, port, hostname: "127.0.0.1" });
